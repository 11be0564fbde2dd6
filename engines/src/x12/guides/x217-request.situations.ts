/** What the request asks for under a condition. Source: 005010X217, request. */
export const situationsOfReviewRequest = `
2000C !2000D|2000D/2010D needs 2000E ; without a dependent the subscriber is the patient [patient-event]
2000E UM02=1,2,3,4,N,R,S needs REF*BB or REF*NT ; a review that goes back to an earlier one names it [previous-review]
2000F UM02=1,2,3,4,N,R,S & !^2000E/REF*BB & !^2000E/REF*NT needs REF*BB or REF*NT ; a review that goes back to an earlier one names it [previous-review]
2000E UM01=HS,SC & UM02=I & !UM03 & !2000F needs UM03 ; nothing else says what kind of service is asked for [service-type]
2000E UM05-1=AA needs UM05-4 or UM05-5 ; a car accident has a place [accident-place]
2000E UM05-1=AA,AP,EM needs DTP*439 ; an event that comes of an accident says when that was [accident-date]
2000E UM01=AR & !UM02=3 needs DTP*435 ; an admission has a date, planned or past [admission-date]
2000E CR103=X needs CR109 ; a round trip has a purpose [round-trip]
2000E CR1 needs 2010EB ; a transport begins and ends somewhere [transport-location]
2010F !NM109 needs NM103 ; a provider has a name or an identifier [provider-identity]`;
