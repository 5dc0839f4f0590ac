//! Postal addresses in the order in which each country writes them.
//!
//! Which part stands where is data in `orders.toml`. A country that is not listed there writes the
//! postal code before the town, and the region below.

use std::sync::LazyLock;

use serde::Deserialize;

/// The parts of an address that differ in order.
#[derive(Debug, Clone, Copy)]
pub struct Town<'a> {
    /// The postal code.
    pub postcode: Option<&'a str>,
    /// Town or city.
    pub city: Option<&'a str>,
    /// State, province or county.
    pub region: Option<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    countries: Vec<String>,
    lines: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Orders {
    order: Vec<Order>,
}

/// Embedded data; the tests read them, so a mistake in them does not reach a release.
static ORDERS: LazyLock<Vec<Order>> = LazyLock::new(|| {
    let orders = toml::from_str::<Orders>(include_str!("postal/orders.toml"));
    orders.map(|orders| orders.order).unwrap_or_default()
});

/// The lines below the street, in plain words.
pub fn lines(town: Town<'_>, country: Option<&str>) -> Vec<String> {
    let order = country.and_then(|code| ORDERS.iter().find(|order| order.countries.iter().any(|one| one == code)));
    let usual = ["postcode city".to_owned(), "region".to_owned()];
    let lines = order.map_or(usual.as_slice(), |order| order.lines.as_slice());
    lines.iter().map(|line| filled(line, town)).filter(|line| !line.is_empty()).collect()
}

/// A line with its parts; one that is not known takes the comma before it along.
fn filled(line: &str, town: Town<'_>) -> String {
    let mut out = String::new();
    let mut comma = false;
    for name in line.split(' ') {
        let (name, has_comma) = name.strip_suffix(',').map_or((name, false), |name| (name, true));
        let part = match name {
            "postcode" => town.postcode,
            "city" => town.city,
            "region" => town.region,
            _ => None,
        };
        if let Some(part) = part {
            if !out.is_empty() {
                out.push_str(if comma { ", " } else { " " });
            }
            out.push_str(part);
            comma = false;
        }
        comma |= has_comma;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{ORDERS, Town, lines};
    use crate::law;

    #[test]
    fn each_country_has_its_order() {
        let of = |country: &str, postcode: &'static str, city: &'static str, region: &'static str| {
            let some = |part: &'static str| Some(part).filter(|part| !part.is_empty());
            let town = Town { postcode: some(postcode), city: some(city), region: some(region) };
            lines(town, Some(country)).join(" / ")
        };
        assert_eq!(of("FI", "00100", "Helsinki", ""), "00100 Helsinki");
        assert_eq!(of("EE", "10152", "Tallinn", "Harju maakond"), "10152 Tallinn / Harju maakond");
        assert_eq!(of("US", "19958", "Lewes", "Delaware"), "Lewes, Delaware 19958");
        assert_eq!(of("US", "19958", "", "Delaware"), "Delaware 19958");
        assert_eq!(of("US", "19958", "Lewes", ""), "Lewes, 19958");
        assert_eq!(of("CA", "K1A 0B1", "Ottawa", "Ontario"), "Ottawa Ontario K1A 0B1");
        assert_eq!(of("AU", "2600", "Canberra", "ACT"), "Canberra ACT 2600");
        assert_eq!(of("GB", "SW1A 1AA", "London", ""), "London / SW1A 1AA");
        assert_eq!(lines(Town { postcode: None, city: None, region: None }, None), [""; 0]);
    }

    #[test]
    fn the_orders_are_sound() {
        assert!(ORDERS.len() > 2);
        let mut seen = Vec::new();
        for order in ORDERS.iter() {
            for country in &order.countries {
                assert!(law::country(country).is_some() && !seen.contains(&country), "{country}");
                seen.push(country);
            }
            let parts = order.lines.iter().flat_map(|line| line.split(' ')).map(|part| part.trim_end_matches(','));
            let mut parts: Vec<&str> = parts.collect();
            parts.sort_unstable();
            assert_eq!(parts, ["city", "postcode", "region"]);
        }
    }
}
