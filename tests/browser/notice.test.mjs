// What the notice does with its script, and that everything is there without it.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

const output = path.resolve(process.env.ROPA_OUTPUT ?? assert.fail("ROPA_OUTPUT names no folder"));

let browser;
let server;

before(async () => {
  server = await serve(output);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function open(route, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  try {
    await page.goto(`${server.origin}/public/${route}`);
    await use(page, context);
  } finally {
    await context.close();
  }
}

const group = (page, name) => page.locator(".ropa-groups a", { hasText: new RegExp(`^${name}$`) });

test("a group is shown in place, and readers stay where they were", async () => {
  await open("website.html", {}, async (page) => {
    await page.evaluate(() => (globalThis.isSamePage = true));
    await page.locator("#rights").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById("rights").scrollIntoView());
    await group(page, "Users").click();
    await page.waitForURL("**/website/users.html");
    assert.ok(await page.evaluate(() => globalThis.isSamePage), "the page was not loaded anew");
    const first = await page.locator("#purposes, #retention, #rights").allTextContents();
    assert.ok(first.length > 0 && !first.join().includes("take your payments"), "nothing about customers only");
    assert.equal(await page.locator(".ropa-groups [aria-current]").textContent(), "Users");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Users", "the keyboard stays there");
    const top = await page.evaluate(() => document.getElementById("rights").getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 400, `the section stays on screen: ${top}`);
    assert.match(await page.locator(".ropa-status").textContent(), /user/i, "it is said aloud");
    assert.match(await page.title(), /user/i);
    // Its links lead where they should from there.
    await group(page, "Everybody").click();
    await page.waitForURL("**/website.html");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".ropa-groups [aria-current]")?.textContent === "Users");
    await page.goForward();
    await page.waitForFunction(() => document.querySelector(".ropa-groups [aria-current]")?.textContent === "Everybody");
    assert.ok(await page.evaluate(() => globalThis.isSamePage));
  });
});

test("without a script the pages of groups lead to each other", async () => {
  await open("website.html", { javaScriptEnabled: false }, async (page) => {
    await group(page, "Users").click();
    await page.waitForURL("**/website/users.html");
    await group(page, "Partners").click();
    await page.waitForURL("**/website/partners.html");
    await group(page, "Everybody").click();
    await page.waitForURL("**/website.html");
    assert.equal(await page.locator(".ropa-anchor").count(), 0);
    for (const section of await page.locator(".ropa-body > section").all()) assert.ok(await section.isVisible());
  });
});

test("each heading has a link that can be copied", async () => {
  await open("website.html", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const headings = page.locator(".ropa-notice section h2, .ropa-notice h3[id]");
    assert.equal(await page.locator(".ropa-anchor").count(), await headings.count());
    const link = page.locator("#rights .ropa-anchor");
    assert.match(await link.getAttribute("aria-label"), /Your rights/);
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".ropa-status").textContent !== "");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${server.origin}/public/website.html#rights`);
    assert.match(page.url(), /#rights$/);
  });
});

test("the table of contents shows where the reader is", async () => {
  await open("website.html", {}, async (page) => {
    for (const id of ["cookies", "contact", "purposes"]) {
      await page.evaluate((id) => document.getElementById(id).scrollIntoView({ behavior: "instant" }), id);
      await page.waitForFunction((id) => document.querySelector(".ropa-contents ol [aria-current]")?.hash === `#${id}`, id);
      const link = page.locator(".ropa-contents ol [aria-current]");
      assert.equal(await link.count(), 1);
      const [box, contents] = [await link.boundingBox(), await page.locator(".ropa-contents").boundingBox()];
      assert.ok(box.y >= contents.y - 1 && box.y + box.height <= contents.y + contents.height + 1, `${id} is in sight`);
    }
  });
});

test("on a phone the rows of tables are cards that name their columns", async () => {
  await open("website.html", { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, async (page) => {
    for (const section of ["purposes", "retention", "cookies"]) {
      const cell = page.locator(`#${section} td`).nth(1);
      assert.equal(await cell.evaluate((cell) => getComputedStyle(cell).display), "block", section);
      const label = await cell.evaluate((cell) => getComputedStyle(cell, "::before").content);
      assert.equal(label, `"${await page.locator(`#${section} th`).nth(1).textContent()}"`, section);
      const scrolls = await page.locator(`#${section} .ropa-table`).first().evaluate((box) => box.scrollWidth > box.clientWidth);
      assert.ok(!scrolls, `${section} needs no scrolling`);
    }
    // To those who listen it is still a table.
    const tree = await page.locator("#retention").ariaSnapshot();
    assert.match(tree, /- table/);
    assert.match(tree, /- row/);
    assert.match(tree, /- cell/);
  });
});

test("in another theme the brand stays when a group is shown and the colours change", async () => {
  const folder = process.env.ROPA_OUTPUT_THEME ?? assert.fail("ROPA_OUTPUT_THEME names no folder");
  const themed = await serve(folder);
  const page = await browser.newPage();
  const missed = [];
  page.on("response", (answer) => answer.status() >= 400 && missed.push(answer.url()));
  try {
    await page.goto(`${themed.origin}/public/website.html`);
    const before = await page.locator("link[rel=canonical]").count();
    await group(page, "Visitors").click();
    await page.waitForURL("**/website/visitors.html");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForTimeout(100);
    const logo = page.locator(".ropa-brand img");
    assert.ok(await logo.evaluate((image) => image.complete && image.naturalWidth > 0), "the logo is there");
    assert.match(await logo.evaluate((image) => image.currentSrc), /public\/logo-dark\.svg$/);
    assert.deepEqual(missed, []);
    assert.ok(before === 1 && (await page.locator("link[rel=canonical]").count()) === 0, "the address is that of the page");
  } finally {
    await page.close();
    themed.close();
  }
});
