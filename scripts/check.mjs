// npm run check: the quick part, static checks and unit tests.
import { ensureDependencies } from "./dependencies.mjs";
import { requireNode } from "./node-version.mjs";
import { sayWhatRan } from "./run-step.mjs";
import { staticChecks } from "./static-checks.mjs";
import { sayWhatFailed, unitTests } from "./test-suites.mjs";

requireNode();
const ok = ensureDependencies() && (await staticChecks()) && (await unitTests());
sayWhatRan();
sayWhatFailed();
process.exit(ok ? 0 : 1);
