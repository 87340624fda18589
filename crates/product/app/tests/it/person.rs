//! Somebody who is signed in at the desk, as a browser of theirs would act.

use accounts::{Grant, Newcomer, PersonId, Role, Scope, directory};
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use base::{Ids, Now};
use tower::ServiceExt as _;

use crate::test_app::{Page, Reply, TestApp, encoded};

/// A person with the cookie of their session.
pub(crate) struct Someone<'a> {
    app: &'a TestApp,
    /// Their id.
    pub(crate) id: PersonId,
    /// Their address.
    pub(crate) email: String,
    /// `name=value` of the session's cookie.
    pub(crate) cookie: String,
}

impl TestApp {
    /// Adds a person with these roles and signs them in, by a link as everybody does.
    pub(crate) async fn as_person(&self, grants: &[Grant]) -> Someone<'_> {
        let ids = Ids::new(self.clock.clone());
        let number = self.number("SELECT COUNT(*) FROM persons").await + 1;
        let email = format!("person-{number}@ort.example");
        let address = email.parse().expect("an address");
        let newcomer = Newcomer::named(&format!("Person {number}"), address, grants.to_vec()).expect("a name");
        let id = directory::add(&self.db.db, Now::new(&self.clock, &ids), &newcomer).await.expect("a new person");
        Someone { app: self, id, cookie: self.sign_in(&email).await, email }
    }

    /// Adds a person with this role everywhere and signs them in.
    pub(crate) async fn as_role(&self, role: Role) -> Someone<'_> {
        self.as_person(&[Grant::new(role, Scope::Initiative).expect("a role that may hold everywhere")]).await
    }

    /// Signs somebody in by a link; gives the cookie.
    pub(crate) async fn sign_in(&self, email: &str) -> String {
        let ids = Ids::new(self.clock.clone());
        let email = email.parse().expect("an address");
        let path = directory::link(&self.db.db, Now::new(&self.clock, &ids), &email).await.expect("a link");
        cookie_of(&self.press(Request::post(path), &[]).await)
    }

    /// Sends a form of the desk. Unlike [`TestApp::post`], it does not ask the test to look at mails.
    pub(crate) async fn press(&self, request: Builder, fields: &[(&str, &str)]) -> Reply {
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
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.app.send(Request::get(path).header(header::COOKIE, &self.cookie)).await
    }

    /// The page at a path, which they may see.
    pub(crate) async fn page(&self, path: &str) -> Page {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{path}");
        reply.page()
    }

    /// Sends a form.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.app.press(Request::post(path).header(header::COOKIE, &self.cookie), fields).await
    }

    /// Sends a form and follows to the page after it.
    pub(crate) async fn post_and_follow(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let reply = self.post(path, fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {}", String::from_utf8_lossy(&reply.bytes));
        self.page(reply.header(header::LOCATION)).await
    }
}

/// The cookie that an answer sets, without its attributes.
pub(crate) fn cookie_of(reply: &Reply) -> String {
    let line = reply.header(header::SET_COOKIE);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    line.split(';').next().expect("a cookie").to_owned()
}
