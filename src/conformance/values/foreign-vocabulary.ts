import { words } from "./html-vocabulary.ts";

/** The elements of SVG and MathML that are safe in content, by the usual prefix of their namespace. */
export const FOREIGN_ELEMENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: words(`
    a animate animateColor animateMotion animateTransform circle clipPath defs desc ellipse filter feBlend feColorMatrix
    feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset font-face font-face-name font-face-src g glyph hkern image
    line linearGradient marker mask metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set stop
    style svg switch symbol text textPath title tspan use view`),
  mathml: words(`
    annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn
    mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics`),
};
