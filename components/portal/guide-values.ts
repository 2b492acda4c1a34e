"use client";

import { createContext, useContext } from "react";

export type Values = Readonly<Record<string, string>>;

const Context = createContext<Values>({});

export const GuideValues = Context.Provider;

/** What stands in the fields of the guide around this leaf. */
export const useGuideValues = (): Values => useContext(Context);

const Given = createContext<Values>({});

export const GivenValues = Given.Provider;

/** What stands in the fields as the page comes: kept from before, or typed into a form that was refused without script. */
export const useGivenValues = (): Values => useContext(Given);
