//! The acts of people on pictures and files at the desk.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt as _;

use crate::person::Someone;
use crate::reply::{Page, Reply};
use crate::test_app::TestApp;

/// The path for uploads.
pub const UPLOAD: &str = "/redaktion/medien/neu";

/// The fields of a complete picture.
pub const COMPLETE: [(&str, &str); 4] =
    [("title", "Saal"), ("alt.de", "Ein voller Saal"), ("holder", "Stadt Essen"), ("licence", "cc_by_4")];

/// A form with a file, as browsers send it.
pub async fn send(app: &TestApp, cookie: &str, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Reply {
    send_all(app, cookie, path, fields, &[file]).await
}

/// A form with several files, as browsers without scripts send it.
pub async fn send_all(
    app: &TestApp,
    cookie: &str,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Reply {
    let mut body = Vec::new();
    for (field, value) in fields {
        body.extend(format!("--GRENZE\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, bytes) in files {
        body.extend(format!("--GRENZE\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n").bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--GRENZE--\r\n");
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=GRENZE")
        .header(header::CONTENT_LENGTH, body.len())
        .body(Body::from(body))
        .unwrap();
    Reply::read(app.service.clone().oneshot(request).await.unwrap()).await
}

/// Uploads; gives the path of the new medium at the desk.
pub async fn upload(app: &TestApp, person: &Someone<'_>, fields: &[(&str, &str)], file: (&str, &[u8])) -> String {
    let reply = send(app, &person.cookie, UPLOAD, fields, file).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{:?}", reply.page().texts(".control-error"));
    reply.header(header::LOCATION).split('?').next().unwrap().to_owned()
}

/// The values of the form that describes a medium, as a browser sends them.
fn kept(page: &Page) -> Vec<(String, String)> {
    let names = page.attributes("form.desk-form input[name='fassung']", "value");
    vec![("fassung".to_owned(), names[0].clone()), ("ende".to_owned(), "ja".to_owned())]
}

/// Describes a medium, in the form on its page.
pub async fn describe(person: &Someone<'_>, path: &str, page: &Page, fields: &[(&str, &str)]) -> Reply {
    let kept = kept(page);
    let mut sent: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.extend(fields);
    person.post(path, &sent).await
}
