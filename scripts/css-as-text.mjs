import tailwind from "@tailwindcss/postcss";
import { transform } from "lightningcss";
import postcss from "postcss";

const version = (major, minor = 0) => (major << 16) | (minor << 8);

/** The browsers that Next.js builds every other style file for. */
const targets = { chrome: version(111), edge: version(111), firefox: version(111), safari: version(16, 4) };

/**
 * A loader for next.config.mjs: a style file as the text of a module. Browsers get none: for them it is in the page.
 * Next.js can inline styles by itself (experimental.inlineCss), but writes them twice into every page, in the style element
 * and in the payload. Tailwind's own loader makes a style file, not the text of one, and keeps light-dark() from being
 * compiled for browsers that do not know it.
 */
export default async function cssAsText(source) {
  const done = this.async();
  try {
    const { css, messages } = await postcss([tailwind({ optimize: false })]).process(source, {
      from: this.resourcePath,
    });
    for (const { type, file } of messages) if (type === "dependency") this.addDependency(file);
    const { code } = transform({ filename: this.resourcePath, code: Buffer.from(css), minify: true, targets });
    done(null, `export default typeof window === "undefined" ? ${JSON.stringify(code.toString())} : "";`);
  } catch (error) {
    done(error);
  }
}
