package jp.nenkin.member.member;

/** What the rules of rejoining need of somebody who may have been a member at another establishment. */
public record FormerMember(MemberNumber number, Profile profile, Career career) {}
