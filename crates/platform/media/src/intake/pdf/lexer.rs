//! The tokenizer for PDF (ISO 32000): names, strings, brackets, and everything else.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// `<<` or `[`.
    Open,
    /// `>>` or `]`.
    Close,
    /// A name without escapes: `/J#53` is another form of `/JS`.
    Name(Vec<u8>),
    /// A string in parentheses or hexadecimal digits.
    Text(Vec<u8>),
    /// A number or a keyword.
    Word(Vec<u8>),
}

/// Cuts bytes into tokens.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// True if a byte belongs to a word: it is neither white space nor a delimiter.
pub(super) fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

/// True for white space of a PDF, which includes the byte zero.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The position from which the next token is read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The position of a stream's data, if the next token begins one.
    pub(super) fn stream(&mut self) -> Option<usize> {
        self.skip_space();
        let rest = self.bytes[self.at..].strip_prefix(b"stream")?;
        let end = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"));
        Some(self.bytes.len() - end.unwrap_or(rest).len())
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token> {
        self.skip_space();
        let rest = &self.bytes[self.at..];
        let (token, length) = match rest {
            [] => return None,
            [b'<', b'<', ..] => (Token::Open, 2),
            [b'>', b'>', ..] => (Token::Close, 2),
            [b'[', ..] => (Token::Open, 1),
            [b']', ..] => (Token::Close, 1),
            [b'/', name @ ..] => {
                let length = name.iter().position(|byte| !is_regular(*byte)).unwrap_or(name.len());
                (Token::Name(spelled_out(&name[..length])), length + 1)
            }
            [b'(', ..] => text(rest),
            [b'<', digits @ ..] => {
                let length = digits.iter().position(|byte| *byte == b'>').map_or(rest.len(), |end| end + 2);
                (Token::Text(hexadecimal(&rest[1..length.min(rest.len())])), length)
            }
            _ => {
                let length = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len()).max(1);
                (Token::Word(rest[..length].to_vec()), length)
            }
        };
        self.at += length;
        Some(token)
    }

    /// Skips white space and comments.
    fn skip_space(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            if *byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
            } else if is_space(*byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }
}

/// Decodes the escapes of a name.
fn spelled_out(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, behind)) = rest.split_first() {
        let code = match behind {
            [high, low, ..] if *first == b'#' => digit(*high).zip(digit(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    plain
}

/// Reads a string in parentheses, which may contain balanced and escaped ones; returns its length with them.
fn text(bytes: &[u8]) -> (Token, usize) {
    let (mut depth, mut content, mut at) = (0_usize, Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                content.extend(bytes.get(at).filter(|next| matches!(next, b'(' | b')' | b'\\')));
                at += 1;
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth > 1 || *byte != b'(' {
            content.push(*byte);
        }
    }
    (Token::Text(content), at.min(bytes.len()))
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().filter_map(|byte| digit(*byte)).collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(bytes: &[u8]) -> Vec<Token> {
        let mut lexer = Lexer::new(bytes, 0);
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn words_are_divided_as_the_standard_says() {
        let (name, text, word) = (
            |name: &[u8]| Token::Name(name.to_vec()),
            |text: &[u8]| Token::Text(text.to_vec()),
            |word: &[u8]| Token::Word(word.to_vec()),
        );
        assert_eq!(
            tokens(b"<</J#53(a\\)(b)c)/B<4a 5>%/JS\n[1 0 R]>>"),
            [
                Token::Open,
                name(b"JS"),
                text(b"a)(b)c"),
                name(b"B"),
                text(b"JP"),
                Token::Open,
                word(b"1"),
                word(b"0"),
                word(b"R"),
                Token::Close,
                Token::Close
            ]
        );
        assert_eq!(tokens(b"/A#zz/#4"), [name(b"A#zz"), name(b"#4")]);
        for unfinished in [&b"(a(b"[..], b"<4", b"/", b"%", b"(\\", b">", b")"] {
            assert!(tokens(unfinished).len() <= 1, "{unfinished:?}");
        }
    }
}
