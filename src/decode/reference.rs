//! References by name, before anybody has looked them up.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use crate::record::Record;

/// The id of a record of one kind, as written.
pub struct Ref<T> {
    /// The id.
    pub name: String,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Ref<T> {
        Ref { name: self.name.clone(), kind: PhantomData }
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({})", self.name)
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ref<T>, D::Error> {
        Ok(Ref { name: String::deserialize(deserializer)?, kind: PhantomData })
    }
}

impl<T: Record> JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("RefTo{}", T::KIND.folder()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "x-refers-to": T::KIND.folder() })
    }
}

/// The id of a controller, processor, recipient or source, as written: parties share one space of
/// ids.
#[derive(Debug, Clone, Deserialize)]
pub struct PartyRef(pub String);

/// Where data come from, as written: a party, or `data-subject`, `observed` or `derived`.
#[derive(Debug, Clone, Deserialize)]
pub struct SourceRef(pub String);

/// The key of a row of the same record, as written.
#[derive(Debug, Clone, Deserialize)]
pub struct RowRef(pub String);

macro_rules! text_schema {
    ($type:ident, $target:literal) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "x-refers-to": $target })
            }
        }
    };
}

text_schema!(PartyRef, "parties");
text_schema!(SourceRef, "sources-of-data");
text_schema!(RowRef, "purposes-of-activity");
