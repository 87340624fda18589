//! The pages of this slice.

pub(crate) mod accessibility;
pub(crate) mod easy;
pub(crate) mod imprint;
pub(crate) mod news_item;
pub(crate) mod news_list;
pub(crate) mod plain;
pub(crate) mod press;
pub(crate) mod privacy;
pub(crate) mod release;
