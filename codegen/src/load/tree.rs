//! YAML with positions: a second, span-aware reading of a file.
//!
//! It is used where something is wrong, to say where, and to refuse the parts of YAML that the
//! spec does not use. The normal path reads a file once and without positions.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

/// Deeper nesting than any spec file has; it bounds the recursion of everything that walks a tree.
const DEPTH_LIMIT: usize = 32;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Range<usize>,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Scalar {
        text: String,
        plain: bool,
    },
    Sequence(Vec<Node>),
    Mapping(Vec<(Node, Node)>),
    /// An entry that was complained about and is left out from then on.
    Removed,
}

impl Node {
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&(Node, Node)> {
        match &self.value {
            Value::Mapping(entries) => entries.iter().find(|(name, _)| name.text() == Some(key)),
            _ => None,
        }
    }

    /// An element of a sequence.
    pub(crate) fn element(&self, index: usize) -> Option<&Node> {
        match &self.value {
            Value::Sequence(elements) => elements.get(index),
            _ => None,
        }
    }
}

/// Something in the text that makes it no spec file, whatever it says.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) span: Range<usize>,
    /// For a duplicate key, the first one.
    pub(crate) first: Option<Range<usize>>,
}

#[derive(Clone, Debug)]
pub(crate) enum ProblemKind {
    Syntax(String),
    Reference(&'static str),
    DuplicateKey(String),
    TooDeep,
    SecondDocument,
}

/// What a reading gave: a tree if there is one, and all problems on the way.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) root: Option<Node>,
    pub(crate) problems: Vec<Problem>,
}

/// An unfinished sequence or mapping.
enum Open {
    Sequence(Vec<Node>, usize),
    Mapping {
        entries: Vec<(Node, Node)>,
        key: Option<Node>,
        start: usize,
        seen: HashMap<String, Range<usize>>,
    },
}

/// Reads a file to the end or to the first syntax error.
pub(crate) fn read(text: &str) -> Reading {
    let offsets = Offsets::new(text);
    let mut reading = Reading::default();
    let mut open: Vec<Open> = Vec::new();
    let mut documents = 0;
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = offsets.offset(error.marker());
                let problem = ProblemKind::Syntax(error.info().to_owned());
                reading.problems.push(Problem {
                    kind: problem,
                    span: at..at,
                    first: None,
                });
                break;
            }
        };
        let span = offsets.range(&span);
        for reference in references(&event) {
            let kind = ProblemKind::Reference(reference);
            reading.problems.push(Problem {
                kind,
                span: span.clone(),
                first: None,
            });
        }
        let finished = match event {
            Event::DocumentStart(_) => {
                documents += 1;
                if documents == 2 {
                    let kind = ProblemKind::SecondDocument;
                    reading.problems.push(Problem {
                        kind,
                        span,
                        first: None,
                    });
                    break;
                }
                continue;
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                Node {
                    span,
                    value: Value::Scalar {
                        text: text.into_owned(),
                        plain,
                    },
                }
            }
            Event::Alias(_) => Node {
                span,
                value: Value::Removed,
            },
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() >= DEPTH_LIMIT => {
                reading.problems.push(Problem {
                    kind: ProblemKind::TooDeep,
                    span,
                    first: None,
                });
                break;
            }
            Event::SequenceStart(..) => {
                open.push(Open::Sequence(Vec::new(), span.start));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Mapping {
                    entries: Vec::new(),
                    key: None,
                    start: span.start,
                    seen: HashMap::new(),
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::Sequence(elements, start)) => {
                    let end = elements
                        .last()
                        .map_or(span.end, |last| last.span.end)
                        .max(start);
                    Node {
                        span: start..end,
                        value: Value::Sequence(elements),
                    }
                }
                Some(Open::Mapping { entries, start, .. }) => {
                    let end = entries
                        .last()
                        .map_or(span.end, |(_, last)| last.span.end)
                        .max(start);
                    Node {
                        span: start..end,
                        value: Value::Mapping(entries),
                    }
                }
                None => continue,
            },
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => continue,
        };
        place(finished, &mut open, &mut reading);
    }
    reading
}

/// Puts a finished node where it belongs: into what is open, or at the root.
fn place(node: Node, open: &mut [Open], reading: &mut Reading) {
    match open.last_mut() {
        None => reading.root = Some(node),
        Some(Open::Sequence(elements, _)) => elements.push(node),
        Some(Open::Mapping {
            entries, key, seen, ..
        }) => match key.take() {
            Some(key) => entries.push((key, node)),
            None => {
                if let Some(text) = node.text() {
                    if text == "<<" {
                        let kind = ProblemKind::Reference("merge key");
                        reading.problems.push(Problem {
                            kind,
                            span: node.span.clone(),
                            first: None,
                        });
                    } else if let Some(first) = seen.insert(text.to_owned(), node.span.clone()) {
                        let kind = ProblemKind::DuplicateKey(text.to_owned());
                        reading.problems.push(Problem {
                            kind,
                            span: node.span.clone(),
                            first: Some(first),
                        });
                    }
                }
                *key = Some(node);
            }
        },
    }
}

/// The names of what an event has that the spec does not use.
fn references(event: &Event<'_>) -> impl Iterator<Item = &'static str> {
    let (alias, anchor, tag) = match event {
        Event::Alias(_) => (true, false, false),
        Event::Scalar(_, _, anchor, tag) => (false, *anchor != 0, tag.is_some()),
        Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
            (false, *anchor != 0, tag.is_some())
        }
        _ => (false, false, false),
    };
    [(alias, "alias"), (anchor, "anchor"), (tag, "tag")]
        .into_iter()
        .filter_map(|(found, name)| found.then_some(name))
}

/// Whether the text may hold an anchor, an alias, a tag or a merge key, judged by its characters
/// alone: a sign of these at the start of a word. False only if it holds none.
pub(crate) fn may_have_references(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let starts_word = at == 0
            || matches!(
                bytes[at - 1],
                b' ' | b'\n' | b'\t' | b'\r' | b'[' | b'{' | b',' | b':' | b'-' | b'?'
            );
        let goes_on = bytes
            .get(at + 1)
            .is_some_and(|next| !next.is_ascii_whitespace());
        starts_word
            && goes_on
            && (matches!(byte, b'&' | b'*' | b'!') || bytes[at..].starts_with(b"<<"))
    })
}

/// Whether brackets may be nested deeper than allowed, judged without regard to quotes. False only
/// if they are not.
pub(crate) fn may_be_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEPTH_LIMIT
    })
}

/// Turns positions in characters into byte offsets.
struct Offsets {
    length: usize,
    /// The first byte of each character, where some character has more than one.
    starts: Option<Vec<usize>>,
}

impl Offsets {
    fn new(text: &str) -> Self {
        let starts = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self {
            length: text.len(),
            starts,
        }
    }

    fn offset(&self, marker: &Marker) -> usize {
        let at = match &self.starts {
            None => marker.index(),
            Some(starts) => starts.get(marker.index()).copied().unwrap_or(self.length),
        };
        at.min(self.length)
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let start = self.offset(&span.start);
        start..self.offset(&span.end).max(start)
    }
}
