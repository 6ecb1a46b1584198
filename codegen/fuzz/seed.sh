#!/bin/sh
# Small files of every kind as seeds of the fuzz target.
set -eu
cd "$(dirname "$0")"
corpus=$PWD/corpus/check_file
headers=$PWD/../../tests/headers
mkdir -p "$corpus"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for header in "$headers"/*.h; do
    name=$(basename "$header" .h)
    printf '#include "%s"\nint unused;\n' "$header" > "$work/$name.c"
    for option in -gdwarf-2 -gdwarf-4 -gdwarf-5 -gz=zlib -fdebug-types-section; do
        gcc -g $option -fno-eliminate-unused-debug-types -c "$work/$name.c" -o "$corpus/$name$option.o"
    done
    # BTF by pahole and PE by mingw, where they are installed.
    if command -v pahole >/dev/null; then
        cp "$corpus/$name-gdwarf-4.o" "$work/btf.o"
        if pahole -J "$work/btf.o" && objcopy --dump-section .BTF="$corpus/$name.btf" "$work/btf.o" "$work/out.o" 2>/dev/null; then
            cp "$work/btf.o" "$corpus/$name-btf.o"
        fi
    fi
    if command -v x86_64-w64-mingw32-gcc >/dev/null; then
        x86_64-w64-mingw32-gcc -g -fno-eliminate-unused-debug-types -c "$work/$name.c" -o "$corpus/$name.obj"
    fi
done
ar rc "$corpus/archive.a" "$corpus/register_page-gdwarf-4.o"
gzip -c "$corpus/register_page-gdwarf-4.o" > "$corpus/register_page.gz"
xz -c "$corpus/register_page-gdwarf-4.o" > "$corpus/register_page.xz"
# Images of a kernel whose payload has BTF in an object, or somewhere in its bytes, and one without compression.
if [ -e "$corpus/register_page.btf" ]; then
    python3 - "$corpus" <<'END'
import gzip, lzma, pathlib, struct, sys

corpus = pathlib.Path(sys.argv[1])
# In bytes, only what is as large as that of a kernel counts: more strings, all of them empty.
btf = bytearray((corpus / "register_page.btf").read_bytes())
strings, = struct.unpack_from("<I", btf, 0x14)
struct.pack_into("<I", btf, 0x14, strings + (64 << 10))
raw = bytes(64) + btf + bytes(64 << 10)
for kind, kernel in ("object", (corpus / "register_page-btf.o").read_bytes()), ("bytes", raw):
    for method, payload in ("gzip", gzip.compress(kernel, mtime=0)), ("xz", lzma.compress(kernel)):
        setup = bytearray(2 * 512)
        setup[0x1F1] = 1
        setup[0x202:0x206] = b"HdrS"
        setup[0x248:0x250] = struct.pack("<II", 0, len(payload))
        (corpus / f"{kind}-{method}.bzimage").write_bytes(setup + payload)
        head = b"MZ\0\0zimg" + struct.pack("<II", 64, len(payload)) + bytes(8) + method.encode()
        (corpus / f"{kind}-{method}.zboot").write_bytes(head.ljust(64, b"\0") + payload)
(corpus / "plain.image").write_bytes(bytes(56) + b"ARM\x64" + raw)
END
fi
