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
