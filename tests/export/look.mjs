// Opens pages in Chromium and tells what happened, as JSON: `node look.mjs CHROMIUM AXE FOLDER PAGE…`.
// Of each page: what axe-core finds in light, dark and at 390 pixels, what was asked of the network,
// which dialogs opened, what the console said, and what is lit when the first link is pointed at.
// Without AXE each is opened once, and nothing but requests, dialogs and the console is told.
// With FOLDER, pictures of all three stand there, and the page as PDF.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.NODE_PATH.split(":")[0], "look.js"));
const puppeteer = require("puppeteer-core");
const [chromium, axe, folder, ...pages] = process.argv.slice(2);
const LOOKS = [
  { name: "light", scheme: "light", width: 1280 },
  { name: "dark", scheme: "dark", width: 1280 },
  { name: "narrow", scheme: "light", width: 390 },
];

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
const told = {};
for (const path of pages) {
  const seen = { violations: [], requests: [], dialogs: [], console: [], lit: [] };
  const page = await browser.newPage();
  page.on("request", (request) => seen.requests.push(request.url().replace(/^(data:.{20}).*/, "$1")));
  page.on("dialog", (dialog) => (seen.dialogs.push(dialog.message()), dialog.dismiss()));
  page.on("console", (message) => seen.console.push(message.text()));
  for (const look of axe ? LOOKS : LOOKS.slice(0, 1)) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
    await page.setViewport({ width: look.width, height: 860 });
    await page.goto(pathToFileURL(path).href);
    if (!axe) continue;
    await page.evaluate(readFileSync(axe, "utf-8"));
    const found = await page.evaluate(() => axe.run());
    for (const each of found.violations) {
      const places = each.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} ${node.failureSummary}`);
      seen.violations.push(`${look.name}: ${each.id}: ${places.join(" | ")}`);
    }
    if (folder) await page.screenshot({ path: join(folder, `${basename(path, ".html")}-${look.name}.png`) });
  }
  await page.setViewport({ width: 1280, height: 860 });
  const link = axe && (await page.$("a.m"));
  if (link) {
    await link.hover();
    seen.lit = await page.evaluate(() =>
      [...document.querySelectorAll(".m")]
        .filter((each) => getComputedStyle(each).textDecorationStyle === "solid")
        .map((each) => each.textContent),
    );
  }
  if (folder) {
    await page.screenshot({ path: join(folder, `${basename(path, ".html")}-lit.png`) });
    await page.pdf({ path: join(folder, `${basename(path, ".html")}.pdf`), preferCSSPageSize: true });
  }
  told[path] = seen;
  await page.close();
}
await browser.close();
console.log(JSON.stringify(told));
