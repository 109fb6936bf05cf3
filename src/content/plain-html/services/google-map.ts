/** Returns the page of an embedded map of Google. Its own address refuses to be opened by itself. */
export function googleMap(url: URL): string | undefined {
  if (/^\/maps\/d\/(?:u\/\d+\/)?embed/.test(url.pathname)) return `https://www.google.com/maps/d/viewer${url.search}`;
  const { searchParams } = url;
  const place = searchParams.get("q") ?? searchParams.get("center") ?? placeIn(searchParams.get("pb") ?? "");
  return place ? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}` : undefined;
}

// `!1m…!2d<longitude>!3d<latitude>…!2s<name>!…`
function placeIn(data: string): string | undefined {
  const [, name] = /!2s(?!0x)([^!]{3,200})/.exec(data) ?? [];
  const [, longitude, latitude] = /!2d(-?[\d.]+)!3d(-?[\d.]+)/.exec(data) ?? [];
  return name ?? (latitude === undefined ? undefined : `${latitude},${longitude}`);
}
