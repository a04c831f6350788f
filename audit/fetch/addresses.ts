/** Which addresses an audit may connect to. */
export {isPublicAddress} from '../../public-address.ts'
