// A notice in somebody else's page: no style leaks out of it, and none leaks in.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";
import { isFragment, routes } from "./pages.mjs";

const output = path.resolve(process.env.ROPA_OUTPUT ?? assert.fail("ROPA_OUTPUT names no folder"));
const screenshots = path.join(path.dirname(fileURLToPath(import.meta.url)), "screenshots");
const style = readFileSync(path.join(output, "public/embed.css"), "utf8");
const all = routes(output).filter(isFragment);
// One notice and one short notice: their markup is that of the others.
const fragments = [all.find((route) => !route.includes("/collect/")), all.find((route) => route.includes("/collect/"))];

/// What a careless page sets for everything.
const HOSTILE = `
* { color: magenta !important; letter-spacing: 0.3em; text-transform: uppercase; float: left; line-height: 1 !important; }
html { font-size: 62.5%; }
body p, body li, main div, main table td { font: italic 40px/1 cursive !important; display: inline; opacity: 0.1; }
a, main a:link { color: yellow !important; text-decoration: none !important; pointer-events: none; }
ul, ol { list-style: none; padding: 0; margin: 0; }
table, thead, th { display: none; border: 9px dotted red; }
h1, h2, h3, h4 { display: none !important; transform: rotate(9deg); }
section, article, header { position: absolute; left: -9999px; background: lime !important; }
p::before, td::after { content: "spam"; }
.content.content p { visibility: hidden; }`;

let browser;

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

for (const route of fragments) {
  test(`${route} looks the same in a hostile page`, async () => {
    const fragment = readFileSync(path.join(output, route), "utf8");
    for (const width of [360, 1000]) {
      const alone = await looks(host(fragment, [style]), width);
      const hostile = await looks(host(fragment, [HOSTILE, style]), width, `${route}-hostile-${width}`);
      assert.ok(alone.notice.length > 5, "there is a notice");
      assert.deepEqual(differences(alone.notice, hostile.notice), [], `${width} pixels`);
    }
  });

  test(`${route} leaves the page around it as it is`, async () => {
    const fragment = readFileSync(path.join(output, route), "utf8");
    const without = await looks(host(fragment, []), 1000);
    const withStyle = await looks(host(fragment, [style]), 1000);
    assert.ok(without.around.length > 5, "there is a page around the notice");
    assert.deepEqual(differences(withStyle.around, without.around), []);
  });
}

function host(fragment, styles) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${styles.map((css) => `<style>${css}</style>`).join("")}</head>
<body class="content"><header><h1>A company</h1><nav><ul><li><a href="#x">One</a></li></ul></nav></header>
<main class="content"><div class="around"><p>Before <a href="#y">and</a></p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div>${fragment}</main><footer><p>The end</p></footer></body></html>`;
}

/// The computed styles of everything in the notice, and of everything around it. Sizes of boxes
/// follow from the others and from the room there is.
async function looks(html, width, name) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(html);
  if (name) await page.screenshot({ path: path.join(screenshots, `${name.replaceAll("/", "-")}.png`) });
  const found = await page.evaluate(() => {
    const skipped = /^(--|width|height|inline-size|block-size|perspective-origin|transform-origin|inset|top|left|right|bottom|-webkit-locale)/;
    const look = (element) => {
      const told = ["", "::before", "::after"].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo || null);
        const names = [...style].filter((name) => !skipped.test(name));
        return names.map((name) => [`${pseudo} ${name}`, style.getPropertyValue(name)]);
      });
      return { name: element.outerHTML.slice(0, 60), style: Object.fromEntries(told) };
    };
    const all = [...document.querySelectorAll("html, body, body *")];
    const isInside = (element) => element.closest(".ropa-notice") !== null;
    return { notice: all.filter(isInside).map(look), around: all.filter((element) => !isInside(element)).map(look) };
  });
  await page.close();
  return found;
}

/// The first properties that differ, and where.
function differences(ones, others) {
  const found = ones.flatMap(({ name, style }, index) => {
    const other = others[index]?.style ?? {};
    const differ = Object.keys(style).filter((property) => style[property] !== other[property]);
    return differ.map((property) => `${name} |${property}: ${style[property]} or ${other[property]}`);
  });
  return found.slice(0, 12);
}
