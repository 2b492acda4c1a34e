import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { freePort } from "@/runtime/port";
import { askUntil } from "@/runtime/wait";
import type { Browser, Tab } from "./hands";

export const webkitPrograms = ["WebKitWebDriver", "Xvfb"];
const libraries = "/usr/lib";
const display = ":94";
/** The key under which WebDriver names an element: https://www.w3.org/TR/webdriver2/#elements */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

const miniBrowser = () =>
  readdirSync(libraries)
    .flatMap((folder) =>
      ["4.1", "6.0", "4.0"].map((one) => path.join(libraries, folder, `webkit2gtk-${one}`, "MiniBrowser")),
    )
    .find((file) => existsSync(file)) ?? "";

/** Debian's WebKitGTK, by WebDriver, on a display that nobody sees. */
export async function openWebkit(): Promise<Browser> {
  const port = await freePort();
  const screen = spawn("Xvfb", [display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" },
  });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/status`).then(
      (answer) => answer.ok || null,
      () => null,
    );
  if (!(await askUntil(isUp, 15_000))) throw new Error("WebKitWebDriver does not answer.");
  const say = speaker(`http://127.0.0.1:${port}`);
  const capabilities = {
    alwaysMatch: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } },
  };
  let name = "WebKitGTK";
  return {
    get name() {
      return name;
    },
    // One session is one browser with nothing in it; the next begins when it was closed.
    fresh: async () => {
      const session = (await say("POST", "/session", { capabilities })) as {
        sessionId: string;
        capabilities: { browserName: string; browserVersion: string };
      };
      name = `${session.capabilities.browserName} ${session.capabilities.browserVersion}`;
      return tabOf(say, `/session/${session.sessionId}`);
    },
    close: async () => {
      await ended(driver);
      await ended(screen);
    },
  };
}

type Say = (method: "GET" | "POST" | "DELETE", at: string, body?: object) => Promise<unknown>;

function speaker(base: string): Say {
  return async (method, at, body) => {
    const answer = await fetch(base + at, {
      method,
      ...(method === "POST"
        ? { body: JSON.stringify(body ?? {}), headers: { "content-type": "application/json" } }
        : {}),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`${at}: ${value?.error} ${value?.message}`);
    return value;
  };
}

function tabOf(say: Say, session: string): Tab {
  const ask = (script: string) => say("POST", `${session}/execute/sync`, { script: `return ${script}`, args: [] });
  const found = async (finder: string) => ((await ask(finder)) as Record<string, string> | null)?.[elementKey];
  return {
    goto: async (url) => {
      await say("POST", `${session}/url`, { url });
    },
    ask,
    press: async (finder) => {
      const element = await found(finder);
      if (element) await say("POST", `${session}/element/${element}/click`);
      return element !== undefined;
    },
    type: async (finder, words) => {
      const element = await found(finder);
      if (element) await say("POST", `${session}/element/${element}/value`, { text: words });
      return element !== undefined;
    },
    back: async () => {
      await say("POST", `${session}/back`);
    },
    close: async () => {
      await say("DELETE", session);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
