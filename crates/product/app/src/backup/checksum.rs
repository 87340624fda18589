//! The checksum file of a backup, in the format of `sha256sum`: `sha256sum -c FILE.sha256` verifies it.

use std::fs::{self, File};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use services::keys::hex;
use sha2::{Digest as _, Sha256};

/// The path of the checksum file.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sha256");
    name.into()
}

/// The SHA-256 of a file, as hexadecimal digits.
pub(super) async fn of(file: &Path) -> anyhow::Result<String> {
    copy(file, io::sink()).await
}

/// Copies a file and returns the checksum of the copied bytes.
pub(super) async fn copy(file: &Path, mut to: impl Write + Send + 'static) -> anyhow::Result<String> {
    let file = file.to_owned();
    let about = format!("cannot read {}", file.display());
    let work = move || -> io::Result<String> {
        let (mut from, mut sum) = (File::open(&file)?, Sha256::new());
        let mut piece = vec![0; 1 << 20];
        loop {
            let read = from.read(&mut piece)?;
            if read == 0 {
                to.flush()?;
                return Ok(hex(&sum.finalize()));
            }
            sum.update(&piece[..read]);
            to.write_all(&piece[..read])?;
        }
    };
    tokio::task::spawn_blocking(work).await?.context(about)
}

/// The checksum in the checksum file; `None` if there is no such file.
pub(super) fn expected(file: &Path) -> anyhow::Result<Option<String>> {
    let path = beside(file);
    let text = match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.with_context(|| format!("cannot read {}", path.display()))?,
    };
    let sum = text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    let is_sum = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_sum { Ok(Some(sum)) } else { Err(anyhow::anyhow!("{} holds no checksum", path.display())) }
}

/// Writes the checksum file.
pub(super) fn write(file: &Path, sum: &str) -> anyhow::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let path = beside(file);
    services::write_whole(&path, format!("{sum}  {name}\n").as_bytes())
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// Deletes the checksum file, if there is one.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(beside(file)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
