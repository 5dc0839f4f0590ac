// Opens the built sites in Chromium, as a reader does: on a phone, on a desk, in the dark, from
// disk, with the keyboard alone, and on paper.
//
// ROPA_OUTPUT names the folder that `ropa build --output` wrote; `tests/all` sets it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";

import { launch } from "./chromium.mjs";
import { isFragment, routes, samples } from "./pages.mjs";
import { serve } from "./server.mjs";

const output = path.resolve(process.env.ROPA_OUTPUT ?? assert.fail("ROPA_OUTPUT names no folder"));
const here = path.dirname(fileURLToPath(import.meta.url));
const screenshots = path.join(here, "screenshots");
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const pages = samples(output);
const fragments = routes(output).filter(isFragment);
const notices = fragments.map((route) => route.replace(".fragment.html", ".html"));

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
// A4 less the margins, at 96 pixels to the inch.
const PORTRAIT = { width: 657, height: 971 };
const LANDSCAPE = { width: 986, height: 642 };
const TABLET = { width: 768, height: 1024 };
const SMALLEST = { width: 320, height: 640 };

let browser;
let server;

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  const hosts = fragments.map((route) => [`/${hostOf(route)}`, host(readFileSync(path.join(output, route), "utf8"))]);
  server = await serve(output, new Map(hosts));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("there are pages to open", () => {
  assert.ok(pages.includes("public/index.html"), pages.join(" "));
  assert.ok(notices.length > 0, "no notice was built");
});

for (const route of pages) {
  test(route, async (t) => {
    const address = `${server.origin}/${route}`;

    await t.test("loads, asks nobody else for anything, and its links lead somewhere", async () => {
      await open(address, {}, async (page, seen) => {
        assert.deepEqual(seen.messages, []);
        assert.deepEqual(seen.requests.filter((url) => !url.startsWith(`${server.origin}/`)), []);
        assert.equal(await page.locator("script:not([src]), [style], style").count(), 0, "inline script or style");
        // The headers that a build writes are sent, and nothing in the page offends against them.
        assert.deepEqual(seen.violations, []);
        assert.match(seen.policy, /default-src 'none'/);
        assert.doesNotMatch(seen.policy, /unsafe/);
        assert.notEqual((await page.title()).trim(), "");
        assert.equal(await page.locator("h1").count(), 1);
        assert.deepEqual(await deadLinks(page), []);
      });
    });

    await t.test("loads from disk", async () => {
      await open(pathToFileURL(path.join(output, route)).href, {}, async (page, seen) => {
        assert.deepEqual(seen.messages, []);
        assert.deepEqual(seen.requests.filter((url) => !url.startsWith("file://")), []);
        assert.ok(await page.evaluate(() => document.styleSheets[0] && getComputedStyle(document.body).margin === "0px"));
      });
    });

    await t.test("fits into narrow and wide windows", async () => {
      await open(address, {}, async (page) => {
        for (const viewport of [SMALLEST, PHONE, TABLET, DESK]) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await overflow(page), [], `${viewport.width} pixels`);
          if (viewport !== SMALLEST) await picture(page, route, viewport.width);
        }
        // Text twice as large, as browsers let people set it (WCAG 2.2, 1.4.4).
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        for (const viewport of [PHONE, DESK]) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await overflow(page), [], `${viewport.width} pixels, text of 200 %`);
        }
      });
    });

    await t.test("is accessible, light and dark", async () => {
      await open(address, {}, async (page) => {
        assert.deepEqual(await violations(page), [], "light, wide");
        await page.setViewportSize(PHONE);
        assert.deepEqual(await violations(page), [], "light, narrow");
        await page.emulateMedia({ colorScheme: "dark" });
        assert.deepEqual(await violations(page), [], "dark, narrow");
        await picture(page, route, `${PHONE.width}-dark`);
        await page.setViewportSize(DESK);
        // The register on one page holds what stands on the others, and takes very long to look through.
        if (route === "internal/register.html") return;
        assert.deepEqual(await violations(page), [], "dark, wide");
        await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
        assert.deepEqual(await violations(page), [], "forced colours");
        await picture(page, route, "forced");
      });
    });

    await t.test("shows where the keyboard is", async () => {
      await open(address, {}, async (page) => {
        const stops = [];
        for (let press = 0; press < 40; press += 1) {
          await page.keyboard.press("Tab");
          const stop = await page.evaluate(focused);
          if (stop === null || stop.isFirst) break;
          stops.push(stop);
        }
        assert.deepEqual(stops.filter((stop) => !stop.isSeen).map((stop) => stop.html), []);
      });
    });

    await t.test("can be read with the keyboard alone", async () => {
      await open(address, { viewport: PHONE }, async (page) => {
        await page.keyboard.press("Tab");
        const skip = page.locator(".ropa-skip");
        assert.ok(await skip.evaluate((link) => link === document.activeElement), "the first stop skips to the content");
        await page.waitForFunction(() => {
          const box = document.querySelector(".ropa-skip").getBoundingClientRect();
          return box.x >= 0 && box.y >= 0;
        });
        await page.keyboard.press("Enter");
        // The browser follows the link in its own time.
        await page.waitForFunction(() => location.hash === "#main");
      });
    });

    await t.test("prints whole, without navigation", async () => {
      await open(address, {}, async (page) => {
        // What did not change between two versions stays closed on paper too; its summary says so.
        const headings = await page.locator("main :is(h1, h2, h3):not(nav *, details > h3)").allTextContents();
        const file = path.join(screenshots, `${slug(route)}.pdf`);
        await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
        const printed = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
        const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
        const lost = headings.filter((heading) => !letters(printed).includes(letters(heading)));
        assert.deepEqual(lost, [], "headings are not on paper");
        assert.ok(/\b1 ?\/ ?\d+/.test(printed), "pages are numbered");
        await page.emulateMedia({ media: "print" });
        assert.equal(await page.locator("nav:not(.ropa-parts):visible, .ropa-bar:visible, .ropa-skip:visible").count(), 0);
        // What is wider than the narrowest paper would be cut off or shrunk.
        await page.setViewportSize(route.startsWith("internal/") ? LANDSCAPE : PORTRAIT);
        assert.deepEqual(await overflow(page, "nothing may scroll on paper"), []);
      });
    });
  });
}

test("the pages are valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    // Tables that become cards on narrow screens name their roles, which some browsers forget otherwise.
    rules: { "no-dup-id": "error", "prefer-native-element": "off", "no-redundant-role": "off" },
  });
  for (const route of pages) {
    const report = await validator.validateFile(path.join(output, route));
    const errors = report.results.flatMap((result) => result.messages);
    assert.deepEqual(errors.map((error) => `${route}:${error.line}:${error.column} ${error.ruleId}: ${error.message}`), []);
  }
});

for (const route of fragments) {
  const short = route.includes("/collect/");
  test(`${route} stands in another page`, async () => {
    const address = `${server.origin}/${hostOf(route)}`;
    await open(address, { viewport: PHONE }, async (page, seen) => {
      assert.deepEqual(seen.messages, []);
      // A short notice of a collection point has no headings and no page of its own.
      const notice = page.locator(short ? "section.ropa-short" : "article.ropa-notice");
      assert.equal(await notice.count(), 1);
      assert.ok(await notice.isVisible());
      assert.ok(await notice.locator(short ? "p" : "section h3").first().isVisible());
      assert.equal(await page.locator("h1").count(), 1);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await deadLinks(page), []);
      await picture(page, route, PHONE.width);
    });
    if (short) return;
    const whole = readFileSync(path.join(output, route.replace(".fragment.html", ".html")), "utf8");
    const part = readFileSync(path.join(output, route), "utf8");
    // Only the page knows where its versions are.
    const aside = /<nav[\s\S]*?<\/nav>\n|<p class="ropa-versions">[\s\S]*?<\/p>\n/g;
    const article = (html) => html.replace(aside, "").match(/<h[12]>[\s\S]*<\/article>/)[0].replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
    assert.ok(article(part) === article(whole), "fragment and page say the same");
  });
}

/// The page of a company that puts the fragment between its own header and footer.
function host(fragment) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Privacy – a company</title>
<link rel="icon" href="data:,">
<style>body { font-family: serif; margin: 1rem; overflow-wrap: break-word; } .ropa-table { overflow-x: auto; }</style></head>
<body><header><h1>A company</h1></header><main>${fragment}</main><footer><p>The end</p></footer></body>
</html>`;
}

/// Where the host page of a fragment is served: beside the fragment, so that its links hold.
function hostOf(route) {
  return route.replace(".fragment.html", ".host.html");
}

/// Opens a page, and notes what it asks for and what goes wrong in it.
async function open(address, options, use) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const seen = { messages: [], requests: [], violations: [], policy: "" };
  await context.exposeFunction("ropaViolated", (what) => seen.violations.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.ropaViolated(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message) => seen.messages.push(message.text()));
  page.on("pageerror", (error) => seen.messages.push(String(error)));
  page.on("requestfailed", (request) => seen.messages.push(`failed: ${request.url()}`));
  page.on("request", (request) => seen.requests.push(request.url()));
  try {
    const answer = await page.goto(address);
    seen.policy = (await answer?.allHeaders())?.["content-security-policy"] ?? "";
    await use(page, seen);
  } finally {
    await context.close();
  }
}

/// What axe finds.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
}

/// What sticks out to the right, unless it stands in a box that scrolls by itself.
function overflow(page, paper) {
  return page.evaluate((paper) => {
    const width = document.documentElement.clientWidth;
    const found = [...document.querySelectorAll("main *, header *, nav *")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .filter((element) => paper || !element.closest(".ropa-table, .ropa-picture"))
      .map((element) => element.outerHTML.slice(0, 160));
    const whole = document.documentElement.scrollWidth;
    if (whole > width) found.push(`the page is ${whole} pixels wide, the window ${width}`);
    return found;
  }, paper);
}

/// Links into this page or this site that have no target.
async function deadLinks(page) {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], link[href]")].map((link) => {
      // Links in pictures have addresses of another type.
      const url = new URL(link.getAttribute("href"), document.baseURI);
      const id = decodeURIComponent(url.hash.slice(1));
      const isHere = url.origin + url.pathname === location.origin + location.pathname;
      return {
        written: link.getAttribute("href"),
        origin: url.origin,
        path: decodeURIComponent(url.pathname),
        id,
        isHere,
        isFound: isHere && (!id || document.getElementById(id) !== null),
      };
    }),
  );
  const leads = (link) => {
    const file = path.join(output, link.path);
    return existsSync(file) && (!link.id || readFileSync(file, "utf8").includes(`id="${link.id}"`));
  };
  return links
    .filter((link) => link.origin === server.origin)
    .filter((link) => !(link.isHere ? link.isFound : leads(link)))
    .map((link) => link.written);
}

/// A picture of the page, for people; not more of it than one can look at.
async function picture(page, route, suffix) {
  const { width } = page.viewportSize();
  const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 12000);
  const file = path.join(screenshots, `${slug(route)}-${suffix}.png`);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height } });
}

function slug(route) {
  return route.replace(/\.html$/, "").replaceAll("/", "-");
}

/// In the page: what has the focus, and whether one can see that it has.
function focused() {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const isFirst = element.dataset.visited === "yes";
  element.dataset.visited = "yes";
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const isInside = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { html: element.outerHTML.slice(0, 160), isFirst, isSeen: isInside && isMarked };
}
