/** The cookie of whoever followed the installation link: apart from the session, which stands for someone. */
export const INSTALLER = '__Host-installation'
