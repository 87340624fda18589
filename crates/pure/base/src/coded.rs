//! `coded!`: an enum whose values have one written form each, the same in the database, in files,
//! in addresses and in JSON. One list instead of an enum, two matches and a serde attribute that
//! could drift.

/// Defines a `Copy` enum with `ALL`, `code()`, `from_code()`, `Display` and serde, all from one list.
///
/// ```
/// base::coded! {
///     /// The part that a body takes in an event.
///     pub enum Role {
///         /// Invites and runs it.
///         Organiser = "organiser",
///         /// Lends the house.
///         Host = "host",
///     }
/// }
/// assert_eq!(Role::Host.code(), "host");
/// assert_eq!(Role::from_code("organiser"), Some(Role::Organiser));
/// assert_eq!(Role::ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! coded {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// Every value, in the order in which they are listed to people.
            $visibility const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The written form, the same in the database, in files and in JSON.
            #[must_use]
            $visibility const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The value with this written form, if there is one.
            #[must_use]
            $visibility fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as $crate::serde::Deserialize>::deserialize(deserializer)?;
                Self::from_code(&code).ok_or_else(|| {
                    <D::Error as $crate::serde::de::Error>::unknown_variant(&code, &[$($code),+])
                })
            }
        }
    };
}
