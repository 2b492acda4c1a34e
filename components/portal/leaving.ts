import { clearDevice } from "@/components/identity/clear-device";
import { tellTabs } from "@/components/identity/other-tabs";
import { leftCookie } from "@/lib/identity/left-cookie";

export type WayOut = {
  /** A neutral page, such as a weather site. It replaces this page in the tab's history. */
  to: string;
  /** Ends the session; called with a beacon, so it survives the page. */
  signOutUrl: string;
};

/** As long as a sign-in can last at most, in seconds. */
const longest = 12 * 3600;

/** Whatever of it a browser has switched off, the page goes: each step stands alone, and leaving comes last in any case. */
export function leaveNow({ to, signOutUrl }: WayOut): void {
  try {
    for (const step of [hide, markLeft, () => tellTabs("leave"), clearDevice, keepNothing, () => signOut(signOutUrl)]) {
      try {
        step();
      } catch {
        // Switched off here.
      }
    }
  } finally {
    location.replace(to);
  }
}

/** Another tab left: this one goes along. It need not sign out again. */
export function leaveToo(to: string): void {
  try {
    hide();
    clearDevice();
    keepNothing();
  } finally {
    location.replace(to);
  }
}

function hide(): void {
  document.documentElement.hidden = true;
  document.title = "";
}

function markLeft(): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore answers later, and this page is about to be gone
  document.cookie = `${leftCookie}=1; path=/; max-age=${longest}; samesite=strict${secure}`;
}

/** The neutral page may be slow to come, and an answer still on its way would be kept for later. */
function keepNothing(): void {
  Storage.prototype.setItem = () => undefined;
  IDBFactory.prototype.open = () => {
    throw new Error("Nothing is kept any more.");
  };
}

function signOut(url: string): void {
  let isSent = false;
  try {
    isSent = navigator.sendBeacon(url);
  } catch {
    // Some browsers have it switched off.
  }
  if (!isSent) fetch(url, { method: "POST", keepalive: true }).catch(() => undefined);
}
