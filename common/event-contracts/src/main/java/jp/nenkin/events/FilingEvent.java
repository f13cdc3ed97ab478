package jp.nenkin.events;

/** What became of a filing, on the topic member.events: for who follows filings, since its facts are told besides. */
public sealed interface FilingEvent extends Event permits FilingProcessed, FilingReturned {}
