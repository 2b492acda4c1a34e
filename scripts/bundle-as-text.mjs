import path from "node:path";
import { build } from "esbuild";

/**
 * A loader for next.config.mjs: a *.bundle file names a module beside it, and is the text of that module with all that it
 * imports. A service worker is one file at an address of its own, so the pages' own scripts cannot be it.
 */
export default async function bundleAsText(source) {
  const done = this.async();
  try {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.join(path.dirname(this.resourcePath), source.trim())],
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      format: "iife",
      target: ["chrome111", "firefox111", "safari16.4"],
      define: { "process.env.NODE_ENV": '"production"' },
      alias: { "@": process.cwd() },
      legalComments: "none",
    });
    for (const file of Object.keys(metafile.inputs)) this.addDependency(path.resolve(file));
    done(null, `export default ${JSON.stringify(outputFiles[0].text)};`);
  } catch (error) {
    done(error);
  }
}
