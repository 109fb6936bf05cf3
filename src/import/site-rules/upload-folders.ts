/** The folders of uploaded files in an installation of WordPress or Ghost, with the names that they also have in backups. */
export const uploadFolders: Readonly<Record<string, readonly string[]>> = {
  "wp-content/uploads": ["uploads"],
  "content/images": ["images"],
  "content/media": ["media"],
  "content/files": ["files"],
};

const inUploads = /(?:^|\/)(wp-content\/uploads|content\/(?:images|media|files))\/([^?#]+)/;

/** Returns the folder of uploads that a path or an address is in, and the path of the file in it; undefined for any other path. */
export function uploadedFile(path: string): { readonly folder: string; readonly name: string } | undefined {
  const [, folder, name] = inUploads.exec(path) ?? [];
  return folder === undefined || name === undefined ? undefined : { folder, name };
}
