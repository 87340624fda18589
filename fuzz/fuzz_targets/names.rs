//! Names of uploaded files: whatever a browser sends, the name that is kept leads nowhere and ends no header.

#![no_main]

use libfuzzer_sys::fuzz_target;
use base::file_name::{FileName, in_address};

fuzz_target!(|sent: &str| {
    let name = FileName::of(sent).with_ending("pdf");
    assert!(!name.is_empty() && !name.starts_with('.') && name.ends_with(".pdf"), "{sent:?}: {name:?}");
    assert!(!name.contains(['/', '\\', '\0', '\r', '\n']), "{sent:?}: {name:?}");
    let address = in_address(&name);
    assert!(address.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#\\\"<>".contains(&byte)), "{address:?}");
});
