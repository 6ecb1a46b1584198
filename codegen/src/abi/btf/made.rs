//! Sections for tests.

/// Puts a section together.
#[derive(Default)]
pub(in crate::abi) struct Builder {
    pub(in crate::abi) types: Vec<u32>,
    pub(in crate::abi) strings: Vec<u8>,
    pub(in crate::abi) strings_start: u32,
    pub(in crate::abi) big: bool,
}

impl Builder {
    pub(in crate::abi) fn string(&mut self, text: &str) -> u32 {
        if self.strings.is_empty() && self.strings_start == 0 {
            self.strings.push(0);
        }
        let at = u32::try_from(self.strings.len()).expect("small") + self.strings_start;
        self.strings.extend(text.as_bytes());
        self.strings.push(0);
        at
    }

    pub(in crate::abi) fn add(&mut self, words: &[u32]) {
        self.types.extend(words);
    }

    pub(in crate::abi) fn bytes(&self) -> Vec<u8> {
        let length = |length: usize| u32::try_from(length).expect("small");
        let types = length(self.types.len() * 4);
        let mut all = if self.big {
            vec![0xeb, 0x9f, 1, 0]
        } else {
            vec![0x9f, 0xeb, 1, 0]
        };
        let header = [24, 0, types, types, length(self.strings.len())];
        for word in header.iter().chain(&self.types) {
            all.extend(if self.big {
                word.to_be_bytes()
            } else {
                word.to_le_bytes()
            });
        }
        all.extend(&self.strings);
        all
    }
}

/// `typedef unsigned char u8; struct hv_message_header { u32 message_type:24, rest:8; u8 a; }`
pub(in crate::abi) fn small() -> Builder {
    let mut builder = Builder::default();
    let (u32_name, header) = (builder.string("u32"), builder.string("hv_message_header"));
    let (first, second) = (builder.string("message_type"), builder.string("rest"));
    builder.add(&[u32_name, 1 << 24, 4, 32]);
    builder.add(&[
        header,
        1 << 31 | 4 << 24 | 2,
        4,
        first,
        1,
        24 << 24,
        second,
        1,
        8 << 24 | 24,
    ]);
    builder
}
