/** The guard next to a sign that begins no construct: a noncharacter of Unicode, which no text may contain. */
export const guard = "\uFDD0";

/** The mark before the picture of a figure of MyST. */
export const figureMark = "\uFDD2";
