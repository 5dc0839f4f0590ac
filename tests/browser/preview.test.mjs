// `ropa serve` in Chromium: an edit shows, the page stays where it was, and what is wrong is told.
//
// ROPA_BIN names the program; `tests/all` sets it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";

const program = path.resolve(process.env.ROPA_BIN ?? assert.fail("ROPA_BIN names no program"));
const here = path.dirname(fileURLToPath(import.meta.url));
const screenshots = path.join(here, "screenshots");
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const LIMIT = { timeout: 60_000 };

let folder;
let preview;
let origin;
let browser;
let page;
const messages = [];

const record = () => path.join(folder, "registry/activities/marketing/newsletter.toml");
const panel = () => page.locator("#ropa-preview .panel");
const badge = () => page.locator("#ropa-preview .badge");
const titled = (text, title) => text.replace(/^title\s*=.*$/m, `title = "${title}"`);

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  folder = mkdtempSync(path.join(os.tmpdir(), "ropa-preview-"));
  cpSync(path.join(here, "../../registry"), path.join(folder, "registry"), { recursive: true });
  const template = "vscode://file/{path}:{line}:{column}";
  preview = spawn(program, ["serve", "--port", "0", "--editor-url", template], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: preview.stdout })) {
    origin = line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    if (origin) break;
  }
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
});

after(async () => {
  await browser?.close();
  preview?.kill();
  rmSync(folder, { recursive: true, force: true });
});

// What the tests themselves do to a page is not the page's: pictures and axe put style sheets into it,
// which its policy forbids.
async function aside(work) {
  const before = messages.length;
  const result = await work();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  messages.length = before;
  return result;
}

const screenshot = (name) => aside(() => page.screenshot({ path: path.join(screenshots, name) }));

async function accessible() {
  await page.evaluate(axe);
  const { violations } = await aside(() => page.evaluate(() => window.axe.run(document)));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
}

// A page that was loaded again goes back to its place for the last time in the frame after it has loaded.
async function settled() {
  await page.waitForFunction(() => document.readyState === "complete", null, LIMIT);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test("an edit shows, and the page stays where it was", async () => {
  const sound = readFileSync(record(), "utf8");
  await page.goto(`${origin}/internal/activities/newsletter.html`);
  await page.evaluate(() => scrollTo(0, 500));
  await page.evaluate(() => (window.before = true));
  const at = await page.evaluate(() => scrollY);
  assert.ok(at > 100, `the page can only be scrolled to ${at}`);
  writeFileSync(record(), titled(sound, "A letter that was edited"));
  await page.getByRole("heading", { level: 1, name: "A letter that was edited" }).waitFor(LIMIT);
  await page.waitForFunction((at) => !window.before && Math.abs(scrollY - at) < 2, at, LIMIT);
  await settled();

  // The anchor of the address stays, and does not win over the place.
  await page.goto(`${origin}/internal/activities/newsletter.html#used-by`);
  await settled();
  await page.evaluate(() => scrollTo(0, 300));
  writeFileSync(record(), titled(sound, "A letter with an anchor"));
  await page.getByRole("heading", { level: 1, name: "A letter with an anchor" }).waitFor(LIMIT);
  await page.waitForFunction(() => Math.abs(scrollY - 300) < 2, null, LIMIT);
  await settled();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - 300) < 2);
  assert.ok(page.url().endsWith("#used-by"), page.url());
  writeFileSync(record(), sound);
});

test("what is wrong is told while the last good page stays, and goes when it is mended", async () => {
  const sound = readFileSync(record(), "utf8");
  await page.goto(`${origin}/public/index.html`);
  const heading = await page.locator("h1").innerText();
  writeFileSync(record(), `nonsense = 1\n${sound}`);
  await panel().waitFor({ state: "visible", ...LIMIT });
  const words = await panel().innerText();
  for (const part of ["1 error", "last good page", "nonsense", "newsletter.toml:1:1"]) {
    assert.ok(words.includes(part), `${part}: ${words}`);
  }
  const href = await panel().locator("a").first().getAttribute("href");
  assert.match(href, /^vscode:\/\/file\/.*newsletter\.toml:1:1$/);
  assert.equal(await page.locator("h1").innerText(), heading);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await accessible();
    await screenshot(`preview-${colorScheme}.png`);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await panel().isVisible(), false);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });

  // With the keyboard alone: away and back.
  await panel().getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Escape");
  assert.equal(await panel().isVisible(), false);
  assert.equal(await badge().getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await panel().waitFor({ state: "visible", ...LIMIT });
  await panel().getByRole("button", { name: "Close" }).click();

  // What was dismissed stays away on the next page.
  await page.goto(`${origin}/internal/index.html`);
  await badge().waitFor({ state: "visible", ...LIMIT });
  assert.equal(await panel().isVisible(), false);

  writeFileSync(record(), sound);
  await page.waitForFunction(() => document.querySelector("#ropa-preview")?.dataset.broken === "false", null, LIMIT);
  await page.waitForFunction(() => !document.querySelector("#ropa-preview").shadowRoot.querySelector(".badge").textContent.includes("error"), null, LIMIT);
  assert.equal(await panel().isVisible(), false);
});

test("the start page and a page that is not there help on", async () => {
  await page.goto(origin);
  await accessible();
  await page.getByRole("link", { name: "Internal site" }).click();
  assert.equal(new URL(page.url()).pathname, "/internal/index.html");
  messages.length = 0;
  await page.goto(`${origin}/internal/activities/newsleter.html`);
  await accessible();
  await page.getByRole("link", { name: "/internal/activities/newsletter.html" }).click();
  assert.equal(new URL(page.url()).pathname, "/internal/activities/newsletter.html");
  // That the page was not found is what the browser has to say about it.
  messages.splice(0, messages.length, ...messages.filter((text) => !text.includes("404")));
});

test("the browser had nothing to complain about", () => assert.deepEqual(messages, []));
