"use client";

import { useEffect } from "react";

const faces = ['1rem "Source Sans 3"', '1rem "Source Serif 4"'];

/** Fetches the house's faces once a page can be used, and shows them all at once. Until then a client reads the phone's own. */
export function Typefaces() {
  useEffect(() => {
    // What cannot be had leaves its stand-in, which reads as well.
    showFaces().catch(() => undefined);
  }, []);
  return null;
}

async function showFaces() {
  await import("../faces.css");
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
  document.documentElement.dataset.faces = "here";
}
