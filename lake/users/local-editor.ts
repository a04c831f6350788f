/** The only user there is. */
export const LOCAL_EDITOR = Object.freeze({
  id: 'local-editor',
  sanityUserId: 'local-editor',
  name: 'Local editor',
  displayName: 'Local editor',
  givenName: 'Local',
  familyName: 'editor',
  email: 'editor@localhost',
  provider: 'local',
  profileImage: '',
  imageUrl: '',
  role: 'administrator',
  roles: [{name: 'administrator', title: 'Administrator', description: 'May do everything'}],
})
