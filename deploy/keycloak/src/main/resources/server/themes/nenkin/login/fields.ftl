<#-- What several pages are filled in with. -->
<#macro label of>
<label for="${of}">${msg(of)} <span class="required">${msg("required")}</span></label>
</#macro>

<#macro password id autocomplete wrong=false describedBy="" autofocus=false>
<div class="password">
  <input id="${id}" name="${id}" type="password" autocomplete="${autocomplete}" dir="ltr" required
         <#if autofocus>autofocus</#if> <#if wrong>aria-invalid="true"</#if>
         <#if describedBy?has_content && (wrong || describedBy != "wrong")>aria-describedby="${describedBy}"</#if>>
  <button class="password-toggle" type="button" aria-controls="${id}" data-password-toggle
          aria-label="${msg("showPassword")}"
          data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"
          data-icon-show="eye" data-icon-hide="eye-off"><i class="eye" aria-hidden="true"></i></button>
</div>
</#macro>

<#macro code id wrong describedBy="">
<input id="${id}" name="${id}" type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="6"
       required autofocus class="short"
       <#if wrong>aria-invalid="true" aria-describedby="wrong ${describedBy}"<#elseif describedBy?has_content>aria-describedby="${describedBy}"</#if>>
</#macro>

<#-- The other sessions always end: whoever changes what opens the door wants nobody else inside. -->
<#macro endOthers>
<input type="hidden" name="logout-sessions" value="on">
<p class="hint">${msg("otherSessionsEnd")}</p>
</#macro>

<#macro submits text>
<button class="submit" name="login" type="submit">${text}</button>
<#if isAppInitiatedAction??>
<button class="cancel" name="cancel-aia" value="true" type="submit" formnovalidate>${msg("doCancel")}</button>
</#if>
</#macro>
