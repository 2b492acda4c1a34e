import { followChangedText } from "@/components/shell/changed-text";

// zod tries whether it may compile what it checks, which our policy refuses and reports: it is told before it tries. Its own
// switch for that, as a value, so that no page loads zod for it.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

// Before React takes over the page.
followChangedText();
