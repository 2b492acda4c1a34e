import fc from "fast-check";

// A submission is judged by what it changed and not by luck: there the seed stands. Everywhere else it is a new one.
if (process.env.CI) fc.configureGlobal({ seed: 20261125 });
