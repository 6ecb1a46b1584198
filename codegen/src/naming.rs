//! From the spelling of the TLFS to the spelling of Rust and of C. The rules stand here only; where
//! a rule gives a bad name, the spec overrides it.

/// The words of a name: `HV_MESSAGE_TYPE`, `HvMessageType` and `messageType` have the same three,
/// but for case.
pub fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(8);
    for_each_word(name, |word| words.push(word));
    words
}

fn for_each_word<'n>(name: &'n str, mut take: impl FnMut(&'n str)) {
    for part in name.split('_').filter(|part| !part.is_empty()) {
        let mut start = 0;
        // Within capitals alone nothing begins a word.
        if !is_screaming(part) {
            let bytes = part.as_bytes();
            for at in 1..bytes.len() {
                if !bytes[at].is_ascii_uppercase() {
                    continue;
                }
                let before = bytes[at - 1];
                let next_is_lower = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
                if before.is_ascii_lowercase() || before.is_ascii_digit() || next_is_lower {
                    take(&part[start..at]);
                    start = at;
                }
            }
        }
        take(&part[start..]);
    }
}

fn is_screaming(part: &str) -> bool {
    !part.bytes().any(|letter| letter.is_ascii_lowercase())
}

/// `HV_MESSAGE_HEADER` becomes `HvMessageHeader`; a name that is written so already stays.
pub fn type_name(name: &str) -> String {
    words(name).into_iter().map(capitalised).collect()
}

/// As [`type_name`], with the architecture after the first word: `HvX64InitialVpContext`.
pub fn arch_type_name(name: &str, arch: &str) -> String {
    let mut words: Vec<String> = words(name).into_iter().map(capitalised).collect();
    words.insert(words.len().min(1), arch.to_owned());
    words.concat()
}

/// A constant with the architecture after its first word: `HV_X64_MAX_VP_INDEX`.
pub fn arch_constant_name(name: &str, arch: &str) -> String {
    let arch = arch.to_ascii_uppercase();
    match name.split_once('_') {
        Some((first, rest)) => format!("{first}_{arch}_{rest}"),
        None => format!("{arch}_{name}"),
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    let rest = chars.as_str();
    let rest = if is_screaming(word) {
        rest.to_ascii_lowercase()
    } else {
        rest.to_owned()
    };
    first.into_iter().chain(rest.chars()).collect()
}

/// `MessageType` becomes `message_type`.
pub fn snake_case(name: &str) -> String {
    let mut name = underscored(name);
    name.make_ascii_lowercase();
    name
}

/// `HvMessageType` becomes `HV_MESSAGE_TYPE`.
pub fn screaming_case(name: &str) -> String {
    let mut name = underscored(name);
    name.make_ascii_uppercase();
    name
}

/// The words with an underscore between each two.
fn underscored(name: &str) -> String {
    let mut all = String::with_capacity(name.len() + 8);
    for_each_word(name, |word| {
        if !all.is_empty() {
            all.push('_');
        }
        all.push_str(word);
    });
    all
}

/// The name of an enum value without what the name of its enum says already: `HvMessageTimerExpired`
/// of `HV_MESSAGE_TYPE` becomes `TIMER_EXPIRED`. An architecture word stays where it is between the
/// words that go: `HvX64RegisterRax` of `HV_REGISTER_NAME` becomes `X64_RAX`.
pub fn value_name(owner: &str, value: &str) -> String {
    let owner = words(owner);
    let value = words(value);
    let same = |left: &str, right: &str| left.eq_ignore_ascii_case(right);
    let mut kept: Vec<&str> = Vec::new();
    let mut owner = owner.into_iter().peekable();
    let mut rest = value.as_slice();
    while let [first, after @ ..] = rest {
        let arch = matches!(first.to_ascii_lowercase().as_str(), "x64" | "arm64");
        match owner.peek() {
            Some(word) if same(word, first) => {
                owner.next();
            }
            Some(_) if arch && kept.is_empty() => kept.push(first),
            _ => break,
        }
        rest = after;
    }
    kept.extend(rest);
    let starts_badly = kept
        .first()
        .is_none_or(|first| first.starts_with(|letter: char| letter.is_ascii_digit()));
    if starts_badly {
        value.join("_").to_ascii_uppercase()
    } else {
        kept.join("_").to_ascii_uppercase()
    }
}

/// Whether a name can stand in Rust and C as it is written.
pub fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && name.len() <= 100
}

/// Words that are not free in Rust.
const RUST_KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Words that are not free in C or C++.
const C_KEYWORDS: &[&str] = &[
    "alignas",
    "alignof",
    "and",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "class",
    "compl",
    "concept",
    "const",
    "constexpr",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "else",
    "enum",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "mutable",
    "namespace",
    "new",
    "noexcept",
    "not",
    "nullptr",
    "operator",
    "or",
    "private",
    "protected",
    "public",
    "register",
    "requires",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "struct",
    "switch",
    "template",
    "this",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
];

/// Whether a word is a keyword of Rust.
pub fn is_rust_keyword(word: &str) -> bool {
    RUST_KEYWORDS.contains(&word)
}

/// Whether a word is a keyword of C or C++.
pub fn is_c_keyword(word: &str) -> bool {
    C_KEYWORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_every_spelling_into_the_same_words() {
        assert_eq!(words("HV_X64_MSR_SINT0"), ["HV", "X64", "MSR", "SINT0"]);
        assert_eq!(
            words("HvX64RegisterMsrMtrrPhysBase0"),
            ["Hv", "X64", "Register", "Msr", "Mtrr", "Phys", "Base0"]
        );
        assert_eq!(
            words("EnableVTLProtection"),
            ["Enable", "VTL", "Protection"]
        );
        assert_eq!(words("AsUINT64"), ["As", "UINT64"]);
        assert_eq!(words("SCTLR_EL1"), ["SCTLR", "EL1"]);
        assert_eq!(
            words("HvGenericSetSparse4k"),
            ["Hv", "Generic", "Set", "Sparse4k"]
        );
    }

    #[test]
    fn names_types_fields_and_values() {
        assert_eq!(type_name("HV_MESSAGE_HEADER"), "HvMessageHeader");
        assert_eq!(type_name("HvCallPostMessage"), "HvCallPostMessage");
        assert_eq!(
            arch_type_name("HV_INITIAL_VP_CONTEXT", "Arm64"),
            "HvArm64InitialVpContext"
        );
        assert_eq!(
            arch_constant_name("HV_MAX_VP_INDEX", "X64"),
            "HV_X64_MAX_VP_INDEX"
        );
        assert_eq!(snake_case("TscScale"), "tsc_scale");
        assert_eq!(
            value_name("HV_MESSAGE_TYPE", "HvMessageTimerExpired"),
            "TIMER_EXPIRED"
        );
        assert_eq!(
            value_name("HV_MESSAGE_TYPE", "HvMessageTypeX64Halt"),
            "X64_HALT"
        );
        assert_eq!(
            value_name("HV_REGISTER_NAME", "HvX64RegisterRax"),
            "X64_RAX"
        );
        assert_eq!(
            value_name("HV_REGISTER_NAME", "HvRegisterVpIndex"),
            "VP_INDEX"
        );
        assert_eq!(
            value_name("HV_STATUS", "HV_STATUS_ACCESS_DENIED"),
            "ACCESS_DENIED"
        );
        assert_eq!(value_name("HV_SOME_SET", "HvSomeSet4k"), "SET4K");
    }
}
