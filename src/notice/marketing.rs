//! Direct marketing and how to stop it.

use super::composer::Composer;
use crate::document::{Block, Text};
use crate::view::notice::Groups;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let Some(marketing) = &composer.notice.marketing else { return Vec::new() };
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let from = &marketing.origins;
    let mut sentences: Vec<Text> = Vec::new();
    let despite = if marketing.despite_consent { "yes" } else { "no" };
    let always = if marketing.at_any_time { "yes" } else { "no" };
    if !marketing.opt_out.is_empty() || marketing.despite_consent {
        sentences.push(Text::told(
            composer.say("marketing-stop", &[("despite", despite.into()), ("always", always.into())]),
            from,
        ));
    }
    if !marketing.opt_out.is_empty() {
        let how = composer.or(&marketing.opt_out);
        sentences.push(Text::told(composer.say_one("marketing-how", "how", &how), from));
    }
    for (at, message) in marketing.still_sent.iter().enumerate() {
        let key = if at == 0 { "marketing-still" } else { "marketing-still-also" };
        let only = composer.only(&message.groups, &everybody);
        let to = format!("{} {only}", message.to.0);
        sentences.push(Text::told(composer.say_one(key, "to", to.trim_end()), &message.origins));
    }
    sentences.extend(marketing.suppression.as_ref().map(|text| Text::told(text.0.clone(), from)));
    composer.sentences(sentences).into_iter().collect()
}
