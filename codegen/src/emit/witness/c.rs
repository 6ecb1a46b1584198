//! The witness in C.

use std::fmt::Write;

use super::{Place, Probe, macros, probes, types, values};
use crate::arch::Arch;
use crate::emit::c::{Emitter, Options};
use crate::model::{BitfieldStyle, Dialect, Item, Kind, Model, Type};
use crate::naming;

/// What every witness in C starts with, after the headers.
const PRELUDE: &str = r#"
#include <stdio.h>
#include <string.h>

#define ALIGNMENT(type) _Alignof(type)

static void print_hex(const void *start, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)start;
	size_t at;

	for (at = 0; at < length; at++)
		printf("%02x", bytes[at]);
	printf("\n");
}

static int hex_digit(char digit)
{
	return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

/* Reads hexadecimal digits; false unless they are exactly the bytes that are wanted. */
static int parse_hex(const char *digits, void *start, size_t length)
{
	unsigned char *bytes = (unsigned char *)start;
	size_t at;

	if (strlen(digits) != 2 * length)
		return 0;
	for (at = 0; at < length; at++)
		bytes[at] = (unsigned char)(hex_digit(digits[2 * at]) << 4 | hex_digit(digits[2 * at + 1]));
	return 1;
}

static void print_little_endian(unsigned long long value, size_t length)
{
	unsigned char bytes[8];
	size_t at;

	for (at = 0; at < length; at++)
		bytes[at] = (unsigned char)(value >> (8 * at));
	print_hex(bytes, length);
}
"#;

/// The main function: without arguments the program writes, with one it reads that file.
const MAIN: &str = r#"
int main(int argc, char **argv)
{
	static char line[1 << 16], type[256], field[256], digits[1 << 15];
	FILE *input;

	(void)print_little_endian;
	if (argc < 2) {
		write_all();
		return 0;
	}
	input = fopen(argv[1], "r");
	if (!input)
		return 2;
	while (fgets(line, sizeof(line), input)) {
		if (sscanf(line, "set %255s %255s %32767s", type, field, digits) == 3 && !read_one(type, field, digits))
			printf("unread %s %s\n", type, field);
	}
	fclose(input);
	return 0;
}
"#;

/// A program for the headers of a dialect, which it includes; nothing for a dialect without.
pub fn program(model: &Model, dialect: &Dialect, arch: Arch) -> Option<String> {
    let options = Options {
        arch: Some(arch),
        ..Options::default()
    };
    let witness = Witness {
        emitter: Emitter::new(model, dialect, &options)?,
        arch,
    };
    let files = witness.emitter.style.files.iter();
    let mut out = String::new();
    for file in files.filter(|file| file.arch.is_none_or(|own| own == arch)) {
        let _ = writeln!(out, "#include \"{}\"", file.path);
    }
    out.push_str(PRELUDE);
    let items: Vec<&Item> = types(model, arch)
        .filter(|item| dialect.declares_on(item, arch))
        .filter(|item| {
            let own = dialect.declaration(item, Some(arch));
            own.is_none_or(|own| own.own_size.is_none())
        })
        .collect();
    for item in &items {
        witness.write_function(&mut out, item);
        witness.read_function(&mut out, item);
    }
    witness.write_all(&mut out, &items);
    witness.read_one(&mut out, &items);
    out.push_str(MAIN);
    Some(out)
}

struct Witness<'m> {
    emitter: Emitter<'m>,
    arch: Arch,
}

impl Witness<'_> {
    fn type_name(&self, item: &Item) -> String {
        self.emitter.type_name(&Type::Item(item.id))
    }

    fn write_function(&self, out: &mut String, item: &Item) {
        let (name, type_name) = (&item.name, self.type_name(item));
        let _ = writeln!(out, "\nstatic void write_{name}(void)\n{{");
        let _ = writeln!(
            out,
            "\tprintf(\"size {name} %zu %zu\\n\", sizeof({type_name}), (size_t)ALIGNMENT({type_name}));"
        );
        for probe in self.probes(item) {
            let part = self.part(item, &probe);
            if matches!(probe.place, Place::Field { .. }) {
                let _ = writeln!(
                    out,
                    "\tprintf(\"offset {name} {} %zu\\n\", offsetof({type_name}, {part}));",
                    probe.name
                );
            }
            let set = match probe.place {
                Place::Bits { .. } => self.set_bits(item, &probe),
                Place::Field { .. } | Place::Member { .. } => {
                    let bytes: Vec<String> = probe
                        .pattern(name)
                        .iter()
                        .map(|byte| format!("{byte}"))
                        .collect();
                    let list = bytes.join(", ");
                    format!(
                        "static const unsigned char pattern[] = {{ {list} }}; memcpy(&x.{part}, pattern, sizeof(x.{part}));"
                    )
                }
            };
            let _ = writeln!(
                out,
                "\t{{ {type_name} x; memset(&x, 0, sizeof(x)); {{ {set} }} printf(\"set {name} {} \"); print_hex(&x, sizeof(x)); }}",
                probe.name
            );
        }
        if let Kind::Enum(body) = &item.kind {
            for value in values(body, self.arch.into()) {
                let macro_name = self.emitter.value_name(item, value);
                let _ = writeln!(
                    out,
                    "\tprintf(\"value {} 0x%llx\\n\", (unsigned long long){macro_name});",
                    value.name
                );
            }
        }
        out.push_str("}\n");
    }

    fn read_function(&self, out: &mut String, item: &Item) {
        let probes = self.probes(item);
        if probes.is_empty() {
            return;
        }
        let (name, type_name) = (&item.name, self.type_name(item));
        let _ = writeln!(
            out,
            "\nstatic int read_{name}(const char *field, const char *digits)\n{{"
        );
        let _ = writeln!(
            out,
            "\t{type_name} x;\n\n\tif (!parse_hex(digits, &x, sizeof(x)))\n\t\treturn 0;"
        );
        for probe in &probes {
            let part = self.part(item, probe);
            let get = match probe.place {
                Place::Bits { width, .. } => {
                    format!(
                        "print_little_endian((unsigned long long)({}), {})",
                        self.get_bits(item, probe),
                        width.div_ceil(8)
                    )
                }
                Place::Field { .. } | Place::Member { .. } => {
                    format!("print_hex(&x.{part}, sizeof(x.{part}))")
                }
            };
            let _ = writeln!(
                out,
                "\tif (!strcmp(field, \"{0}\")) {{ printf(\"get {name} {0} \"); {get}; return 1; }}",
                probe.name
            );
        }
        out.push_str("\treturn 0;\n}\n");
    }

    /// The parts of a type that the dialect declares.
    fn probes<'i>(&self, item: &'i Item) -> Vec<Probe<'i>> {
        let mut probes = probes(item, self.arch.into());
        if let Some(declaration) = self.emitter.own_declaration(item) {
            probes.retain(|probe| declaration.place_of(probe.name).is_some());
        }
        probes
    }

    /// The name of a part in C.
    fn part(&self, item: &Item, probe: &Probe<'_>) -> String {
        if let Some(declaration) = self.emitter.own_declaration(item) {
            let place = declaration.place_of(probe.name);
            return place.map(|place| place.path.clone()).unwrap_or_default();
        }
        let named = match &item.kind {
            Kind::Struct(body) => {
                let field = body.fields.iter().find(|field| field.rust == probe.rust);
                return field
                    .map(|field| self.emitter.field_name(item, field))
                    .unwrap_or_default();
            }
            _ => probe.name,
        };
        self.emitter.part_name(item, named)
    }

    fn set_bits(&self, item: &Item, probe: &Probe<'_>) -> String {
        let number = probe.number(&item.name);
        match self.emitter.style.bitfields {
            BitfieldStyle::Union => format!("x.{} = {number:#x}ULL;", self.part(item, probe)),
            BitfieldStyle::Masks => {
                let (mask, shift) = self.mask_names(item, probe);
                format!(
                    "x = ({0})(x | (({0}){number:#x}ULL << {shift} & {mask}));",
                    self.type_name(item)
                )
            }
        }
    }

    fn get_bits(&self, item: &Item, probe: &Probe<'_>) -> String {
        match self.emitter.style.bitfields {
            BitfieldStyle::Union => format!("x.{}", self.part(item, probe)),
            BitfieldStyle::Masks => {
                let (mask, shift) = self.mask_names(item, probe);
                format!("(x & {mask}) >> {shift}")
            }
        }
    }

    fn mask_names(&self, item: &Item, probe: &Probe<'_>) -> (String, String) {
        let owner = naming::screaming_case(&self.emitter.item_name(item));
        let stem = format!(
            "{owner}_{}",
            naming::screaming_case(&self.part(item, probe))
        );
        (format!("{stem}_MASK"), format!("{stem}_SHIFT"))
    }

    fn write_all(&self, out: &mut String, items: &[&Item]) {
        out.push_str("\nstatic void write_all(void)\n{\n");
        for item in items {
            let _ = writeln!(out, "\twrite_{}();", item.name);
        }
        for item in self
            .emitter
            .model
            .items
            .iter()
            .filter(|item| item.arches.contains(self.arch))
        {
            if matches!(item.kind, Kind::Constant(_) | Kind::Msr(_) | Kind::Ioctl(_))
                && self.emitter.dialect.declares_on(item, self.arch)
            {
                let macro_name = self.emitter.item_name(item);
                let _ = writeln!(
                    out,
                    "\tprintf(\"value {} 0x%llx\\n\", (unsigned long long){macro_name});",
                    item.name
                );
            }
        }
        let macros = macros(self.emitter.model, self.emitter.dialect, self.arch);
        for (name, _) in macros {
            let _ = writeln!(
                out,
                "\tprintf(\"macro {name} 0x%llx\\n\", (unsigned long long){name});"
            );
        }
        out.push_str("}\n");
    }

    fn read_one(&self, out: &mut String, items: &[&Item]) {
        out.push_str(
            "\nstatic int read_one(const char *type, const char *field, const char *digits)\n{\n",
        );
        for item in items.iter().filter(|item| !self.probes(item).is_empty()) {
            let _ = writeln!(
                out,
                "\tif (!strcmp(type, \"{0}\"))\n\t\treturn read_{0}(field, digits);",
                item.name
            );
        }
        out.push_str("\treturn 0;\n}\n");
    }
}
