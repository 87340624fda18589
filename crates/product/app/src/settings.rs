//! Settings: from the command line, else the environment, else a file, else the defaults.
//!
//! An unknown key in the file or an unknown `ZUKUNFTSBILDUNG_…` variable is an error: a setting that is
//! silently ignored is a mistake that nobody notices.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use accounts::SignInSettings;
use anyhow::{Context as _, bail};
use base::Email;
use clap::Args;
use db::Address;
use golden_thread::sheet::{Problem, parse_toml};
use serde::Deserialize;
use services::mail::Server;

use crate::backup::daily::Plan;

/// The beginning of the names of our environment variables.
const PREFIX: &str = "ZUKUNFTSBILDUNG_";
/// The settings file that is read by default, if it exists.
const FILE: &str = "settings.toml";
/// Default retention of daily backups, in days.
const KEEP_DAYS: u16 = 14;
/// Settings whose value may hold a password: faults of their lines are reported without the line.
const SECRET: [&str; 3] = ["client_secret", "smtp", "database"];

/// The options of the command line, and their environment variables. Every option works with every command.
#[derive(Debug, Default, Args)]
pub struct Given {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Directory for everything that is kept; made if missing [default: ./data]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_DATA", value_name = "DIRECTORY")]
    pub data: Option<PathBuf>,
    /// postgres://… or sqlite:PATH [default: a SQLite file in the data directory]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// The address under which the public reaches the site [default: http:// and the listening address]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Addresses of reverse proxies on other machines, separated by commas; one on this machine needs no mention
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_PROXIES", value_name = "ADDRESS", value_delimiter = ',')]
    pub proxies: Option<Vec<IpAddr>>,
    /// Mail server, smtps://… or smtp://… [default: none, mails rest as files in the data directory]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_MAIL_SMTP", value_name = "URL", hide_env_values = true)]
    pub mail_smtp: Option<String>,
    /// The address from which mails are sent [default: the initiative's own]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_MAIL_FROM", value_name = "EMAIL")]
    pub mail_from: Option<Email>,
    /// Directory for a backup each night; SQLite only [default: none are made]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_BACKUP_DIRECTORY", value_name = "DIRECTORY")]
    pub backup_directory: Option<PathBuf>,
    /// For how many days such backups are kept [default: 14]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_BACKUP_KEEP_DAYS", value_name = "DAYS")]
    pub backup_keep_days: Option<u16>,
    /// Level of the log: error, warn, info, debug [default: info]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_LOG", value_name = "LEVEL")]
    pub log: Option<String>,
    /// Settings file [default: settings.toml, if it is there]
    #[arg(long, global = true, env = "ZUKUNFTSBILDUNG_SETTINGS", value_name = "FILE")]
    pub settings: Option<PathBuf>,
}

const VARIABLES: [&str; 11] = [
    "LISTEN",
    "DATA",
    "DATABASE",
    "PUBLIC_URL",
    "PROXIES",
    "MAIL_SMTP",
    "MAIL_FROM",
    "BACKUP_DIRECTORY",
    "BACKUP_KEEP_DAYS",
    "LOG",
    "SETTINGS",
];

/// The content of a settings file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    database: Option<String>,
    public_url: Option<String>,
    proxies: Option<Vec<IpAddr>>,
    #[serde(default)]
    mail: MailFile,
    #[serde(default)]
    sign_in: SignInSettings,
    backup: Option<BackupFile>,
    log: Option<String>,
}

/// The table about daily backups.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupFile {
    directory: PathBuf,
    keep_days: Option<u16>,
}

/// The table about mail.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailFile {
    smtp: Option<String>,
    from: Option<Email>,
}

/// The settings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// The data directory.
    pub data: PathBuf,
    /// The address of the database.
    pub database: Address,
    /// The public address, without a slash at its end; `None` means the listening address.
    pub public_url: Option<String>,
    /// Reverse proxies on other machines, whose `X-Forwarded-For` is trusted.
    pub proxies: Vec<IpAddr>,
    /// The mail server; `None` means that mails are written to files.
    pub mail_server: Option<Server>,
    /// The address of the sender of mails; `None` means the initiative's own.
    pub mail_from: Option<Email>,
    /// The ways to sign in besides links and passkeys. Set in the file only.
    pub sign_in: SignInSettings,
    /// The plan of daily backups, if any are to be made.
    pub backup: Option<Plan>,
    /// The filter of log lines.
    pub log: String,
}

impl Settings {
    /// The name of the SQLite file in the data directory.
    pub const DATABASE: &str = "zukunftsbildung.db";

    /// The folder for mails that no server takes.
    pub fn mail_folder(&self) -> PathBuf {
        self.data.join("mail")
    }

    /// The public address, as far as the settings know it.
    pub fn public_address(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Merges the sources of settings.
    ///
    /// # Errors
    /// If a source is unreadable, or names something that does not exist or makes no sense.
    pub fn resolve(given: Given) -> anyhow::Result<Self> {
        refuse_unknown_variables()?;
        let file = read(given.settings.as_deref())?;
        let listen = given.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let data = given.data.or(file.data).unwrap_or_else(|| PathBuf::from("data"));
        let database = match given.database.or(file.database) {
            Some(address) => address.parse()?,
            None => Address::File(data.join(Self::DATABASE)),
        };
        let public_url = given.public_url.or(file.public_url).map(|url| url.trim_end_matches('/').to_owned());
        if let Some(url) = public_url.as_ref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            bail!("public_url `{url}` must begin with https:// or http://");
        }
        let proxies = given.proxies.or(file.proxies).unwrap_or_default();
        let mail_server = given.mail_smtp.or(file.mail.smtp).map(|url| url.parse()).transpose()?;
        let mail_from = given.mail_from.or(file.mail.from);
        let backup = backup_plan(given.backup_directory, given.backup_keep_days, file.backup, &database)?;
        let log = given.log.or(file.log).unwrap_or_else(|| "info".to_owned());
        let sign_in = file.sign_in;
        Ok(Self { listen, data, database, public_url, proxies, mail_server, mail_from, sign_in, backup, log })
    }
}

/// The plan of daily backups.
fn backup_plan(
    directory: Option<PathBuf>,
    keep_days: Option<u16>,
    file: Option<BackupFile>,
    database: &Address,
) -> anyhow::Result<Option<Plan>> {
    let keep_days = keep_days.or(file.as_ref().and_then(|file| file.keep_days)).unwrap_or(KEEP_DAYS);
    let Some(directory) = directory.or(file.map(|file| file.directory)) else { return Ok(None) };
    if let Address::Postgres(_) = database {
        bail!("[backup] is for SQLite: a PostgreSQL server is backed up with pg_dump, by whoever runs the server");
    }
    if keep_days == 0 {
        bail!("keep_days must be 1 or more");
    }
    Ok(Some(Plan { directory, keep_days }))
}

#[expect(clippy::disallowed_methods, reason = "the one place that looks at the environment")]
fn refuse_unknown_variables() -> anyhow::Result<()> {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if let Some(setting) = name.strip_prefix(PREFIX)
            && !VARIABLES.contains(&setting)
        {
            bail!(
                "unknown setting {name} in the environment; there are {PREFIX}{}",
                VARIABLES.join(&format!(", {PREFIX}"))
            );
        }
    }
    Ok(())
}

fn read(named: Option<&Path>) -> anyhow::Result<File> {
    let path = named.unwrap_or(Path::new(FILE));
    if named.is_none() && !path.exists() {
        return Ok(File::default());
    }
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read settings file {}", path.display()))?;
    parse_toml(&path.display().to_string(), &text, 1).map_err(|problem| without_secret(problem, &text).into())
}

/// Words a fault without the line, if that may hold a password.
fn without_secret(problem: Problem, text: &str) -> Problem {
    let line = text.lines().nth(problem.line.saturating_sub(1)).unwrap_or_default().trim_start();
    // An unknown key may be one of these, misspelt or in the wrong table.
    let is_secret = SECRET.iter().any(|key| line.contains(key)) || line.contains('@') || line.contains("secret");
    if !is_secret || problem.reason.starts_with("unknown field") {
        return problem;
    }
    let reason = "this must be text in quotation marks; it is not repeated because it may be a secret".to_owned();
    Problem { reason, ..problem }
}
