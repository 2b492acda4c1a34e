"use client";

import { useEffect } from "react";

const faces = ['1rem "Source Sans 3"', '1rem "Source Serif 4"'];

/** Fetches the house's faces once a page can be used, and shows them all at once. Until then a client reads the phone's own. */
export function Typefaces() {
  useEffect(() => {
    const show = () => {
      document.documentElement.dataset.faces = "here";
    };
    // A face that cannot be had leaves its stand-in; the others are shown all the same.
    Promise.allSettled(faces.map((face) => document.fonts.load(face))).then(show);
  }, []);
  return null;
}
