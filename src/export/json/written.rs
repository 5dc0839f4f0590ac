//! TOML as JSON, every key in the place where it was written.

use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The tables of a TOML text as objects; `None` if it is no TOML.
///
/// Members have the order of the text. Dates are texts, whole numbers have their decimal form.
pub fn of_toml(text: &str) -> Option<Map<String, Value>> {
    DeTable::parse(text).ok().map(|table| object(table.get_ref()))
}

fn object(table: &DeTable<'_>) -> Map<String, Value> {
    let mut entries: Vec<_> = table.iter().collect();
    // toml's tables are sorted by key.
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().map(|(key, inner)| (key.get_ref().to_string(), value(inner))).collect()
}

fn value(value: &Spanned<DeValue<'_>>) -> Value {
    match value.get_ref() {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => number.into(),
            // No record holds a number of this size; its digits are kept for who looks into the file.
            Err(_) => number.as_str().into(),
        },
        DeValue::Float(number) => match number.as_str().parse().ok().and_then(Number::from_f64) {
            Some(number) => Value::Number(number),
            None => number.as_str().into(),
        },
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(list) => list.iter().map(self::value).collect(),
        DeValue::Table(table) => Value::Object(object(table)),
    }
}

#[cfg(test)]
mod tests {
    use super::of_toml;

    #[test]
    fn keys_keep_their_order_however_they_are_written() {
        let text = "b = 0x1F\na.z = 2026-01-31\na.y = [1, { q = 'x', p = \"\\u0007\" }]\n\n[t]\n[[t.l]]\nn = true\n[[t.l]]\n[d]\n";
        let json = serde_json::to_string(&of_toml(text)).unwrap();
        let expected =
            r#"{"b":31,"a":{"z":"2026-01-31","y":[1,{"q":"x","p":"\u0007"}]},"t":{"l":[{"n":true},{}]},"d":{}}"#;
        assert_eq!(json, expected);
    }

    #[test]
    fn what_is_no_toml_is_nothing() {
        assert_eq!(of_toml("a = "), None);
        assert_eq!(of_toml("a = 1\na = 2"), None);
    }
}
