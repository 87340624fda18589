//! Dates as people type them: no text breaks the reader, and what is read can be written down and read again.

#![no_main]

use base::Locale;
use edtf::{Edtf, When};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today = jiff::civil::date(2026, 11, 23);
    for locale in [Locale::De, Locale::En] {
        if let Ok(read) = When::read(text, today, locale) {
            let written = read.when.edtf().to_string();
            assert_eq!(Edtf::parse(&written).ok(), Some(read.when.edtf()), "{written}");
            assert!(!read.when.in_words(locale).is_empty(), "{written}");
            assert!(read.hours.is_none_or(|hours| !hours.in_words(locale).is_empty()), "{text}");
        }
    }
    if let Ok(edtf) = Edtf::parse(text) {
        assert_eq!(Edtf::parse(&edtf.to_string()).ok(), Some(edtf), "{edtf}");
    }
});
