//! The subcommands.

mod allocate;
mod backup;
mod serve;
mod signals;
mod transfer;
mod user;

use std::io::Write as _;

use accounts::SignInSettings;
use anyhow::Context as _;
use base::Email;
use db::{Address, Db};
use tracing_subscriber::EnvFilter;

use crate::settings::Settings;

pub(crate) use allocate::{AllocateArgs, Refusal, allocate};
pub(crate) use backup::{backup, restore};
pub(crate) use serve::serve;
pub(crate) use transfer::{export, import};
pub(crate) use user::{UserCommand, user};

/// Log lines go to standard error; standard output is for the result of a command.
pub(crate) fn start_log(settings: &Settings) -> anyhow::Result<()> {
    // The database library logs every statement at the level `debug`, which is no use to operators.
    let filter = format!("{},sqlx=warn", settings.log);
    let filter =
        EnvFilter::try_new(&filter).with_context(|| format!("log level `{}` is not understood", settings.log))?;
    // Writing to a terminal that was closed fails; to complain about that on the same terminal would be a
    // panic.
    let log = tracing_subscriber::fmt().log_internal_errors(false);
    log.with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
    Ok(())
}

/// Prints the settings in force.
pub(crate) fn check_settings(settings: &Settings) -> anyhow::Result<()> {
    let database = match &settings.database {
        Address::File(path) => format!("SQLite file {}", path.display()),
        Address::Postgres(_) => "PostgreSQL server".to_owned(),
    };
    say(&format!(
        "settings are sound\n  listen      {}\n  data        {}\n  database    {database}\n  public_url  {}\n  proxies     {}\n  mail        {}\n  mail from   {}\n  sign-in     {}\n  backups     {}\n  log         {}",
        settings.listen,
        settings.data.display(),
        settings.public_url.as_deref().unwrap_or("http:// and the listening address"),
        if settings.proxies.is_empty() { "this machine only".to_owned() } else { listed(&settings.proxies) },
        match &settings.mail_server {
            Some(server) => server.to_string(),
            None => format!("no server; mails rest as files in {}", settings.mail_folder().display()),
        },
        settings.mail_from.as_ref().map_or("the initiative's own address", Email::as_str),
        ways(&settings.sign_in),
        settings.backup.as_ref().map_or_else(
            || "none by itself".to_owned(),
            |plan| format!("each night in {}, kept for {} days", plan.directory.display(), plan.keep_days)
        ),
        settings.log
    ))
}

/// The ways to sign in, in words.
fn ways(sign_in: &SignInSettings) -> String {
    let password = sign_in.password.then(|| "passwords".to_owned());
    let provider = sign_in.oidc.as_ref().map(|provider| format!("{} ({})", provider.name, provider.issuer));
    let ways = ["links", "passkeys"].map(ToOwned::to_owned).into_iter().chain(password).chain(provider);
    ways.collect::<Vec<_>>().join(", ")
}

fn listed(values: &[impl ToString]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Opens the database, and creates the data directory if it is missing. Its files are for the owner alone.
async fn open(settings: &Settings) -> anyhow::Result<Db> {
    db::private::make_folder(&settings.data)
        .with_context(|| format!("data directory {} cannot be made", settings.data.display()))?;
    Ok(Db::open(&settings.database).await?)
}

/// Writes a line to standard output. A closed pipe is no error.
fn say(line: &str) -> anyhow::Result<()> {
    match writeln!(std::io::stdout(), "{line}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
