//! `user`: adds people of the desk, lets them in by a one-time link, disables and lists them.

use accounts::{AccountState, Grant, Newcomer, Profile, Role, Scope, directory};
use base::{Clock, Email, Ids, Now};
use clap::Subcommand;
use db::Db;

use super::{open, say};
use crate::settings::Settings;

/// The subcommands of `user`.
#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add a person; `user link` then lets them in.
    Add {
        /// The address to which sign-in links go.
        email: Email,
        /// The name shown at the desk.
        #[arg(long)]
        name: String,
        /// administrator, editor, organiser, facilitator, `data_protection` or `personal_reader`
        #[arg(long, value_parser = parse_role)]
        role: Role,
        /// initiative, or an entry such as handlungsfelder/vielfalt, mitwirkende/ruhrfutur or veranstaltungen/kongress-2018
        #[arg(long, default_value = "initiative")]
        scope: String,
    },
    /// Print a link that signs a person in, once and within 15 minutes.
    Link {
        /// The address of the person.
        email: Email,
    },
    /// Let a person in no more and end all their sessions.
    Disable {
        /// The address of the person.
        email: Email,
    },
    /// List everybody with their roles.
    List,
}

pub(crate) async fn user(settings: &Settings, command: UserCommand) -> anyhow::Result<()> {
    let db = open(settings).await?;
    let done = execute(settings, &db, command).await;
    db.close().await;
    done
}

async fn execute(settings: &Settings, db: &Db, command: UserCommand) -> anyhow::Result<()> {
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let now = Now::new(&clock, &ids);
    match command {
        UserCommand::Add { email, name, role, scope } => {
            let grant = directory::parse_grant(db, role, &scope).await?;
            let newcomer = Newcomer::named(&name, email, vec![grant])?;
            directory::add(db, now, &newcomer).await?;
            say(&format!("added {}: let them in with `zukunftsbildung user link {}`", newcomer.name, newcomer.email))
        }
        UserCommand::Link { email } => {
            let path = directory::link(db, now, &email).await?;
            say(&format!("{}{path}", settings.public_address()))
        }
        UserCommand::Disable { email } => {
            directory::disable(db, now, &email).await?;
            say("disabled; all sessions have ended")
        }
        UserCommand::List => {
            for profile in directory::everybody(db).await? {
                say(&line(&profile))?;
            }
            Ok(())
        }
    }
}

fn parse_role(text: &str) -> Result<Role, String> {
    let known = || Role::ALL.map(Role::code).join(", ");
    Role::from_code(text).ok_or_else(|| format!("there is no such role; there are {}", known()))
}

/// One line per person: address, name, roles and state of the account, separated by tabs.
fn line(Profile { person, state }: &Profile) -> String {
    let role = |grant: &Grant| match grant.scope {
        Scope::Initiative => grant.role.to_string(),
        scope => format!("{} ({})", grant.role, scope.kind()),
    };
    let roles = person.grants.iter().map(role).collect::<Vec<_>>().join(", ");
    let state = match state {
        AccountState::Invited => "not signed in yet".to_owned(),
        AccountState::Active(at) => format!("last signed in {}", base::clock::day_of(*at)),
        AccountState::Disabled(since) => format!("disabled since {}", base::clock::day_of(*since)),
    };
    format!("{}\t{}\t{roles}\t{state}", person.email, person.name)
}
