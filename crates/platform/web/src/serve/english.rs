//! English addresses of a site that is not offered in English: redirects to the German pages.

use axum::extract::{OriginalUri, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Locale;

use crate::ctx::AppState;

/// Middleware over the English public pages. Temporary, because English may be offered again.
pub(super) async fn offered(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if state.masthead().initiative.english {
        return next.run(request).await;
    }
    let original = request.extensions().get::<OriginalUri>().map_or(request.uri(), |original| &original.0);
    let address = original.path_and_query().map_or("/", |address| address.as_str());
    let german = address.strip_prefix(Locale::En.prefix()).unwrap_or(address);
    let german = if german.starts_with('/') { german.to_owned() } else { format!("/{german}") };
    Redirect::temporary(crate::ctx::own(&german)).into_response()
}
