//! The position of the parser in its tokens: looking ahead, going on, going back.

use super::ReadError;
use super::reader::Reader;
use super::token::Token;
use super::vocabulary::{self, Meaning};

impl Reader {
    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn meaning_at(&self, ahead: usize) -> Option<Meaning> {
        match self.peek_at(ahead) {
            Some(Token::Word { small, .. }) => vocabulary::meaning(small),
            _ => None,
        }
    }

    pub(super) fn peek_meaning(&self) -> Option<Meaning> {
        self.meaning_at(0)
    }

    /// The next word in small letters; empty if the next token is no word.
    pub(super) fn word(&self) -> &str {
        self.word_at(0)
    }

    /// As [`Reader::word`], for the token that is `ahead` tokens away.
    pub(super) fn word_at(&self, ahead: usize) -> &str {
        match self.peek_at(ahead) {
            Some(Token::Word { small, .. }) => small,
            _ => "",
        }
    }

    /// The digits of the token that is `ahead` tokens away, if it is a number.
    pub(super) fn digits_at(&self, ahead: usize) -> Option<&str> {
        match self.peek_at(ahead) {
            Some(Token::Number(digits)) => Some(digits),
            _ => None,
        }
    }

    pub(super) fn is_sign_at(&self, ahead: usize, sign: char) -> bool {
        self.peek_at(ahead) == Some(&Token::Sign(sign))
    }

    /// Skips this number of tokens.
    pub(super) fn step(&mut self, tokens: usize) {
        self.at += tokens;
    }

    /// The current position, for [`Reader::go_back`].
    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn go_back(&mut self, position: usize) {
        self.at = position;
    }

    pub(super) fn eat(&mut self, meaning: Meaning) -> bool {
        let is_there = self.peek_meaning() == Some(meaning);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn eat_sign(&mut self, sign: char) -> bool {
        let is_there = self.is_sign_at(0, sign);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let is_there = self.word() == word;
        self.at += usize::from(is_there);
        is_there
    }

    /// The refusal of the next token.
    pub(super) fn unclear(&self) -> ReadError {
        ReadError::Unclear(self.peek().map(Token::typed).unwrap_or_default())
    }

    pub(super) fn unclear_or_unfinished(&self) -> ReadError {
        if self.peek().is_some() { self.unclear() } else { ReadError::Unfinished }
    }
}
