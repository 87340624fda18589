//! Somebody who is signed in at the desk, as a browser of theirs would act.

use accounts::{Grant, Newcomer, PersonId, Role, Scope, directory};
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use base::{Ids, Now};
use tower::ServiceExt as _;

use crate::reply::{Page, Reply};
use crate::test_app::{TestApp, encoded};

/// A person with the cookie of their session.
pub struct Someone<'a> {
    app: &'a TestApp,
    /// Their id.
    pub id: PersonId,
    /// Their address.
    pub email: String,
    /// `name=value` of the session's cookie.
    pub cookie: String,
}

impl TestApp {
    /// Adds a person with these roles and signs them in, by a link as everybody does.
    pub async fn as_person(&self, grants: &[Grant]) -> Someone<'_> {
        let ids = Ids::new(self.clock.clone());
        let number = self.persons().await + 1;
        let email = format!("person-{number}@ort.example");
        let address = email.parse().expect("an address");
        let newcomer = Newcomer::named(&format!("Person {number}"), address, grants.to_vec()).expect("a name");
        let id = directory::add(&self.db.db, Now::new(&self.clock, &ids), &newcomer).await.expect("a new person");
        Someone { app: self, id, cookie: self.sign_in(&email).await, email }
    }

    /// Adds a person with this role everywhere and signs them in.
    pub async fn as_role(&self, role: Role) -> Someone<'_> {
        self.as_person(&[Grant::new(role, Scope::Initiative).expect("a role that may hold everywhere")]).await
    }

    /// Somebody with one role, limited to the entry with this address.
    pub async fn limited(&self, role: Role, reference: &str) -> Someone<'_> {
        self.as_person(&[self.grant(role, reference).await]).await
    }

    /// A role that is limited to the entry with this address.
    pub async fn grant(&self, role: Role, reference: &str) -> Grant {
        let id = self.entry(reference).await;
        let scope = match reference.split_once('/').expect("folder and slug").0 {
            "handlungsfelder" => Scope::Field(id),
            "mitwirkende" => Scope::Body(id),
            _ => Scope::Event(id),
        };
        Grant::new(role, scope).expect("a grant that makes sense")
    }

    /// Signs somebody in by a link; gives the cookie.
    pub async fn sign_in(&self, email: &str) -> String {
        let ids = Ids::new(self.clock.clone());
        let email = email.parse().expect("an address");
        let path = directory::link(&self.db.db, Now::new(&self.clock, &ids), &email).await.expect("a link");
        cookie_of(&self.press(Request::post(path), &[]).await)
    }

    /// Sends a form of the desk. Unlike [`TestApp::post`], it does not ask the test to look at mails.
    pub async fn press(&self, request: Builder, fields: &[(&str, &str)]) -> Reply {
        let request = request
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(encoded(fields)))
            .expect("a sound request");
        Reply::read(self.service.clone().oneshot(request).await.expect("the site never fails")).await
    }
}

impl Someone<'_> {
    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.app.send(Request::get(path).header(header::COOKIE, &self.cookie)).await
    }

    /// The page at a path, which they may see.
    pub async fn page(&self, path: &str) -> Page {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{path}");
        reply.page()
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.app.press(Request::post(path).header(header::COOKIE, &self.cookie), fields).await
    }

    /// Sends a form and follows to the page after it.
    pub async fn post_and_follow(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let reply = self.post(path, fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {}", String::from_utf8_lossy(&reply.bytes));
        self.page(reply.header(header::LOCATION)).await
    }
}

/// The cookie that an answer sets, without its attributes.
pub fn cookie_of(reply: &Reply) -> String {
    let line = reply.header(header::SET_COOKIE);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    line.split(';').next().expect("a cookie").to_owned()
}
